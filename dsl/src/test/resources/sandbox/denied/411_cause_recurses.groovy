revision 'd411'

upgrade {
    throw new Own()
}
downgrade { }

class Own extends RuntimeException {
    Throwable getCause() { getCause() }
}
