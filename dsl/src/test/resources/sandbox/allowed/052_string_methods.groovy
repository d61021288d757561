revision 'a052'

upgrade {
    assert 'Hello World'.toLowerCase().replace(' ', '_') == 'hello_world'
    assert 'abc'.contains('b') && 'abc'.startsWith('a')
    assert 'abc'.reverse() == 'cba'
    assert 'abc'.padLeft(5, '.') == '..abc'
    assert 'ab' * 2 == 'abab'
    assert 'abc'.capitalize() == 'Abc'
    assert ' x '.strip() == 'x'
    assert 'a-b'.tokenize('-') == ['a', 'b']
    assert 'abc' - 'b' == 'ac'
    execute 'SELECT 1'
}
downgrade { }
