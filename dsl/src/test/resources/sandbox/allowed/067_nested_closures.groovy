revision 'a067'

upgrade {
    List<List<Integer>> table = (1..2).collect { int a -> (1..2).collect { int b -> a * b } }
    assert table == [[1, 2], [2, 4]]
    execute 'SELECT 1'
}
downgrade { }
