revision 'a124'

upgrade {
    List<Map<String, Object>> rows = [[n: 'b', x: 2], [n: 'a', x: 2], [n: 'c', x: 1]] as List<Map<String, Object>>
    assert rows.sort(false) { Map<String, Object> l, Map<String, Object> r -> (l.x as int) <=> (r.x as int) ?: (l.n as String) <=> (r.n as String) }*.n == ['c', 'a', 'b']
    Comparator<String> byLength = Comparator.comparingInt { String s -> s.size() }
    assert ['ccc', 'a', 'bb'].toSorted(byLength.reversed()) == ['ccc', 'bb', 'a']
    assert ['b', 'A', 'c'].toSorted(String.CASE_INSENSITIVE_ORDER) == ['A', 'b', 'c']
    assert [null, 2, 1].toSorted(Comparator.nullsLast(Comparator.naturalOrder())) == [1, 2, null]
    assert ['x', 'yy'].max { it.size() } == 'yy' && [3, 1].min() == 1
    assert [1, 2, 3].reverse() == [3, 2, 1] && [1, 2, 3].first() == 1 && [1, 2, 3].last() == 3
    assert ['b': 1, 'a': 2].sort()*.key == ['a', 'b']
    execute 'SELECT 1'
}
downgrade { }
