revision 'a075'

upgrade {
    List<Integer> xs = [1, 2]
    xs << 3
    xs += [4]
    assert xs == [1, 2, 3, 4]
    assert xs - [1] == [2, 3, 4]
    assert xs * 2 == [1, 2, 3, 4, 1, 2, 3, 4]
    xs[0] = 9
    xs[1] += 5
    assert xs[0] == 9 && xs[1] == 7
    assert xs.collate(2).size() == 2
    assert [[1, 2], [3]].flatten() == [1, 2, 3]
    assert [1, 2].combinations() != null
    assert [[1, 2], [3, 4]].transpose() == [[1, 3], [2, 4]]
    execute 'SELECT 1'
}
downgrade { }
