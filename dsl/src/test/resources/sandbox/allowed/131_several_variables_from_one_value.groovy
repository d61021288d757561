revision 'a131'

upgrade {
    def (first, last) = 'Ada Lovelace'.split(' ')
    assert first == 'Ada' && last.length() == 8
    def (String a, String b, String c) = 'x,y'.tokenize(',')
    assert a + b == 'xy' && c == null
    String key
    String value
    (key, value) = 'k=v'.split('=', 2)
    assert key + value == 'kv'
    ['p=1', 'q=2'].each { pair ->
        def (name, number) = pair.split('=')
        assert number.isInteger() && name.length() == 1
    }
    int calls = 0
    def (one, two) = [1, 2, 3].findAll { calls++; it > 1 }
    assert one == 2 && two == 3 && calls == 3
    execute 'SELECT 1'
}
downgrade { }
