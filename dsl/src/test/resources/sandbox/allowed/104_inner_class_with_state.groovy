revision 'a104'

upgrade {
    Acc acc = new Acc()
    [1, 2].each { acc.add(it) }
    assert acc.total == 3 && acc.seen == [1, 2]
    execute 'SELECT 1'
}
downgrade { }

class Acc {
    int total
    List<Integer> seen = []
    void add(int x) { total += x
        seen << x }
}
