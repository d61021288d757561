revision 'a097'

upgrade {
    assert [1, 'a'].toString() == '[1, a]'
    assert "${[a: 1]}" == '[a:1]'
    String s = [1, 2]
    assert s == '[1, 2]'
    execute 'SELECT 1'
}
downgrade { }
