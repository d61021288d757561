revision 'a074'

upgrade {
    Map<String, List<Integer>> m = new TreeMap<>()
    m.computeIfAbsent('a') { String k -> [] }.add(1)
    m.merge('b', [2]) { List<Integer> a, List<Integer> b -> a + b }
    assert m == [a: [1], b: [2]]
    Deque<Integer> d = new ArrayDeque<>()
    d.push(1)
    assert d.pop() == 1
    assert Collections.max([1, 3, 2]) == 3
    assert Arrays.asList(1, 2) == [1, 2]
    assert List.of(1, 2) == [1, 2]
    assert new ArrayList<Integer>(10).empty
    execute 'SELECT 1'
}
downgrade { }
