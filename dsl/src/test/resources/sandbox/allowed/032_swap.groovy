revision 'a032'

upgrade {
    int a = 1
    int b = 2
    (a, b) = [b, a]
    assert a == 2 && b == 1
    execute 'SELECT 1'
}
downgrade { }
