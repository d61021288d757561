revision 'd441'

upgrade {
    try {
        throw new Own()
    } finally {
        try { throw new Own() } finally { throw new Own() }
    }
}
downgrade { }

class Own extends RuntimeException {
    String getMessage() { throw new RuntimeException(this) }
    Throwable getCause() { throw new RuntimeException(this) }
}
