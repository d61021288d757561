revision 'a030'

upgrade {
    assert ['a', 'bb']*.length() == [1, 2]
    List<Integer> xs = [1, 2]
    assert [0, *xs, 3] == [0, 1, 2, 3]
    assert [*: [a: 1], b: 2] == [a: 1, b: 2]
    execute 'SELECT 1'
}
downgrade { }
