revision 'a092'

upgrade {
    assert 'a' < 'b'
    assert 'a'.compareTo('b') < 0
    assert 'A'.equalsIgnoreCase('a')
    assert ('a' <=> 'a') == 0
    assert 'abc'.every { it in ['a', 'b', 'c'] }
    assert 'abc'.collect { String c -> c.toUpperCase() }.join('') == 'ABC'
    execute 'SELECT 1'
}
downgrade { }
