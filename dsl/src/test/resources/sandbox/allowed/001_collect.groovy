revision 'a001'

upgrade {
    assert [1, 2, 3].collect { it * 2 } == [2, 4, 6]
    execute 'SELECT 1'
}
downgrade { }
