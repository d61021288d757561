revision 'a009'

upgrade {
    Map<String, Integer> m = ['a', 'bb'].collectEntries { String s -> [(s): s.length()] }
    assert m == [a: 1, bb: 2]
    execute 'SELECT 1'
}
downgrade { }
