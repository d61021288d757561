revision 'd431'
upgrade {
   Object o = new Own()
   throw (RuntimeException) o
}
downgrade { }
class Own extends RuntimeException { Own() { super(null, null, false, false) } }
