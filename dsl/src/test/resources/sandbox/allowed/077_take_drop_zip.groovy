revision 'a077'

upgrade {
    assert [1, 2, 3].take(2) == [1, 2]
    assert [1, 2, 3].drop(1) == [2, 3]
    assert [1, 2, 3].head() == 1 && [1, 2, 3].tail() == [2, 3]
    assert [1, 2, 3].indexed() == [0: 1, 1: 2, 2: 3]
    assert [1, 2, 3, 4].split { it > 2 } == [[3, 4], [1, 2]]
    assert [3, 1].withIndex().size() == 2
    execute 'SELECT 1'
}
downgrade { }
