revision 'd418'

upgrade {
    execute "SELECT ${Own.N}"
}
downgrade { }

class Own {
    static final int N
    static { N = Integer.parseInt('none') }
}
