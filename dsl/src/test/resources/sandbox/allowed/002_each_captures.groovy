revision 'a002'

upgrade {
    int sum = 0
    [1, 2, 3].each { sum += it }
    assert sum == 6
    execute 'SELECT 1'
}
downgrade { }
