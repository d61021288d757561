revision 'a005'

upgrade {
    assert ['a', 'bb', 'cc'].groupBy { it.length() } == [1: ['a'], 2: ['bb', 'cc']]
    execute 'SELECT 1'
}
downgrade { }
