revision 'd426'
upgrade {
    def c = { throw new Own() }
    [1].stream().map(c).toList()
}
downgrade { }
class Own extends Exception { String getMessage() { 'checked out' } }
