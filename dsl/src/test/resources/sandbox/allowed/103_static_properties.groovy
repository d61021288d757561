revision 'a103'

upgrade {
    Count.n++
    Count.n += 2
    assert Count.n == 3
    Count.add(4)
    assert Count.n == 7
    execute 'SELECT 1'
}
downgrade { }

class Count {
    static int n = 0
    static void add(int x) { n += x }
}
