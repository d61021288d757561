revision 'd412'

upgrade {
    throw new Own(it)
}
downgrade { }

class Own extends RuntimeException {
    Operations operations
    Own(Operations operations) { this.operations = operations }
    String getMessage() { while (true) { operations.toString() } }
}
