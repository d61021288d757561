revision 'a073'

upgrade {
    assert 2 in [1, 2]
    assert 'a' in [a: 1]
    assert 3 in 1..5
    assert !(9 in 1..5)
    assert 'x' in String
    assert 4 !in [1, 2]
    execute 'SELECT 1'
}
downgrade { }
