revision 'a041'

upgrade {
    assert twice(4) == 8
    assert fact(5) == 120
    execute 'SELECT 1'
}
downgrade { }

int twice(int n) { n * 2 }
static int fact(int n) { n <= 1 ? 1 : n * fact(n - 1) }
