revision 'd433'
upgrade {
   ['a'].each { throw new Error('mine', new Own()) }
}
downgrade { }
class Own extends Error { Own() { super('own') }
   String toString() { while (true) { } } }
