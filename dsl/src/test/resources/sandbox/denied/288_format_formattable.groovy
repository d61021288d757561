revision 'd288'

upgrade {
    execute String.format('%s', new F())
}
downgrade { }

class F implements Formattable {
    void formatTo(Formatter f, int flags, int width, int precision) { f.out().append('x') }
}
