revision 'a091'

upgrade {
    Map<String, List<Integer>> m = [a: [1]]
    assert m['b']?.size() == null
    assert m.getOrDefault('b', []).empty
    assert m.get('a')[0] == 1
    Map<String, Integer> counts = [:].withDefault { 0 } as Map<String, Integer>
    counts['x'] = counts['x'] + 1
    assert counts['x'] == 1
    execute 'SELECT 1'
}
downgrade { }
