revision 'd414'

upgrade {
    def outer = new RuntimeException('outer')
    outer.addSuppressed(new Own())
    throw outer
}
downgrade { }

class Own extends RuntimeException {
    String getMessage() { while (true) { } }
    Throwable getCause() { while (true) { } }
}
