revision 'a049'

upgrade {
    assert ([1, 2, 2] as Set).size() == 2
    assert ([1, 2] as Set) as List == [1, 2]
    int[] xs = [1, 2, 3] as int[]
    assert xs.length == 3 && xs[2] == 3
    String[] ss = ['a', 'b']
    assert ss[1] == 'b'
    assert ss as List == ['a', 'b']
    assert ss.toList() == ['a', 'b']
    execute 'SELECT 1'
}
downgrade { }
