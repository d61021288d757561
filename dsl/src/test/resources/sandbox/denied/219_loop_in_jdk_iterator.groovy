revision 'd219'

upgrade {
    new I().toList()
}
downgrade { }

class I implements Iterable<Object>, Iterator<Object> { Iterator<Object> iterator() { this }
    boolean hasNext() { true }
    Object next() { null } }
