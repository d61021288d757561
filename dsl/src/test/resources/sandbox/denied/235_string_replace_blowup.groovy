revision 'd235'

upgrade {
    String s = 'x' * 10000
    execute s.replace('', 'y' * 10000)
}
downgrade { }
