revision 'a031'

upgrade {
    def (int a, String b) = [1, 'x']
    assert a == 1 && b == 'x'
    int c
    int d
    (c, d) = [3, 4]
    assert c + d == 7
    execute 'SELECT 1'
}
downgrade { }
