revision 'a011'

upgrade {
    Map<String, Object> m = [a: 1, 'b c': 2]
    m.d = 3
    m['e'] = 4
    assert m.a == 1 && m['b c'] == 2 && m.d == 3 && m.get('e') == 4
    assert m.keySet() == ['a', 'b c', 'd', 'e'] as Set
    execute 'SELECT 1'
}
downgrade { }
