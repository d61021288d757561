revision 'd413'

upgrade {
    def outer = new IllegalStateException('outer')
    outer.initCause(new Own())
    throw outer
}
downgrade { }

class Own extends Exception {
    String getMessage() { while (true) { } }
}
