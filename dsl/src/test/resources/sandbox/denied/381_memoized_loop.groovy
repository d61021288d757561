revision 'd381'

upgrade {
    def f = { long a -> a + 1 }.memoize()
    long a = 0
    while (true) { a = f(a) }
}
downgrade { }
