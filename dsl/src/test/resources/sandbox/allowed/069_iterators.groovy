revision 'a069'

upgrade {
    Iterator<Integer> xs = [1, 2, 3].iterator()
    int n = 0
    while (xs.hasNext()) { n += xs.next() }
    assert n == 6
    assert new Count(3).collect { it } == [0, 1, 2]
    execute 'SELECT 1'
}
downgrade { }

class Count implements Iterable<Integer> {
    final int n
    Count(int n) { this.n = n }
    Iterator<Integer> iterator() { (0..<n).iterator() }
}
