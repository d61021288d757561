revision 'a093'

upgrade {
    int[] a = new int[3]
    a[0] = 5
    a[1] += 2
    a[2]++
    assert a.sum() == 8
    int[][] g = new int[2][3]
    g[1][2] = 4
    assert g[1][2] == 4
    String[] s = new String[2]
    s[0] = 'x'
    assert s[0] == 'x' && s[1] == null
    assert Arrays.stream(a).sum() == 8
    execute 'SELECT 1'
}
downgrade { }
