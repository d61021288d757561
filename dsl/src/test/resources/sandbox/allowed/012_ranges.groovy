revision 'a012'

upgrade {
    assert (1..3).toList() == [1, 2, 3]
    assert (1..<3).collect { it } == [1, 2]
    int n = 0
    for (int i in 1..5) { n += i }
    assert n == 15
    assert (10..1).step(3) == [10, 7, 4, 1]
    execute 'SELECT 1'
}
downgrade { }
