revision 'a008'

upgrade {
    List<Integer> xs = [1, 2, 3, 4]
    assert xs.findAll { it % 2 == 0 } == [2, 4]
    assert xs.find { it > 2 } == 3
    assert xs.any { it > 3 }
    assert xs.every { it > 0 }
    assert xs.count { it > 1 } == 3
    execute 'SELECT 1'
}
downgrade { }
