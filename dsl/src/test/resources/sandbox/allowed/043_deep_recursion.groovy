revision 'a043'

upgrade {
    assert depth(800) == 800
    execute 'SELECT 1'
}
downgrade { }

int depth(int n) { n == 0 ? 0 : 1 + depth(n - 1) }
