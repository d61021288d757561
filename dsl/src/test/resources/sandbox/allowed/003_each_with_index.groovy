revision 'a003'

upgrade {
    List<String> seen = []
    ['a', 'b'].eachWithIndex { String s, int i -> seen << s + i }
    assert seen == ['a0', 'b1']
    execute 'SELECT 1'
}
downgrade { }
