revision 'd218'

upgrade {
    for (Object o in new I()) { }
}
downgrade { }

class I implements Iterable<Object>, Iterator<Object> { Iterator<Object> iterator() { this }
    boolean hasNext() { true }
    Object next() { 1 } }
