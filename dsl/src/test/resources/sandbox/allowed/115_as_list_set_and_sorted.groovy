revision 'a115'

upgrade {
    Set<Integer> set = [3, 1, 3] as Set<Integer>
    assert set.size() == 2 && (set as List).size() == 2
    assert ([3, 1, 2] as SortedSet).toList() == [1, 2, 3]
    assert ([1, 2] as LinkedHashSet<Integer>).contains(1)
    assert ((1..3) as List) == [1, 2, 3] && ('abc' as List) == ['a', 'b', 'c']
    assert ([1, 2] as int[]).length == 2 && ([1, 2] as Integer[])[1] == 2
    assert ([1, 2, 2] as Queue<Integer>).poll() == 1
    assert ([a: 1].entrySet() as List)[0] == [a: 1].entrySet().first()
    assert (['a', 'b'] as String[]).toList() == ['a', 'b']
    assert ([1, 2, 3].toSet() & [2, 3, 4].toSet()) == [2, 3] as Set
    assert [3, 1, 2].toSorted() == [1, 2, 3] && [1, 1, 2].toUnique() == [1, 2]
    execute 'SELECT 1'
}
downgrade { }
