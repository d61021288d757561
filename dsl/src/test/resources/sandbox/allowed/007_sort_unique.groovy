revision 'a007'

upgrade {
    assert [3, 1, 2, 1].sort().unique() == [1, 2, 3]
    assert ['bb', 'a'].sort { it.length() } == ['a', 'bb']
    assert [1, 2, 3].sort { int a, int b -> b <=> a } == [3, 2, 1]
    execute 'SELECT 1'
}
downgrade { }
