revision 'a021'

upgrade {
    String kind = 'b'
    int n = switch (kind) { case 'a' -> 1; case 'b' -> 2; default -> 3 }
    assert n == 2
    execute 'SELECT 1'
}
downgrade { }
