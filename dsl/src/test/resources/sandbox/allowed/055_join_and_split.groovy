revision 'a055'

upgrade {
    assert [1, 2, 3].join(', ') == '1, 2, 3'
    assert String.join('-', ['a', 'b']) == 'a-b'
    assert 'a,b'.split(',').length == 2
    execute 'SELECT 1'
}
downgrade { }
