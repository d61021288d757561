revision 'd409'

upgrade {
    throw new Own()
}
downgrade { }

class Own extends RuntimeException {
    String getMessage() { throw new Own() }
    Throwable getCause() { throw new IllegalStateException('why') }
    String toString() { throw new Own() }
}
