revision 'd425'
upgrade {
    [1, 2].toSorted { a, b -> throw new Own() }
}
downgrade { }
class Own extends RuntimeException { String getLocalizedMessage() { while (true) { } } }
