revision 'd443'

upgrade {
    throw new Own()
}
downgrade { }

class Own extends RuntimeException {
    String getMessage() {
        StringBuilder text = new StringBuilder()
        while (true) { text.append('x' * 100_000) }
        text.toString()
    }
}
