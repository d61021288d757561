revision 'a070'

upgrade {
    assert [new Version(2), new Version(1)].sort().first().n == 1
    assert new Version(1) < new Version(2)
    assert [new Version(2), new Version(1)].max().n == 2
    execute 'SELECT 1'
}
downgrade { }

class Version implements Comparable<Version> {
    final int n
    Version(int n) { this.n = n }
    int compareTo(Version o) { n <=> o.n }
}
