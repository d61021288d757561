revision 'd382'

upgrade {
    def f = { Object key -> 1 }.memoize()
    f(new Key())
    f(new Key())
}
downgrade { }

class Key {
    int hashCode() { while (true) { } }
}
