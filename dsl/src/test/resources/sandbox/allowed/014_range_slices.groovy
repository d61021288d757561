revision 'a014'

upgrade {
    List<Integer> xs = [1, 2, 3, 4]
    assert xs[1..2] == [2, 3]
    assert xs[-1] == 4
    assert 'hello'[1..3] == 'ell'
    assert 'hello'[0] == 'h'
    assert 'hello'[-1] == 'o'
    execute 'SELECT 1'
}
downgrade { }
