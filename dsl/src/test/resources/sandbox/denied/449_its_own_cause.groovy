revision 'd423'
upgrade {
    throw new Own()
}
downgrade { }
class Own extends RuntimeException { Throwable getCause() { this } }
