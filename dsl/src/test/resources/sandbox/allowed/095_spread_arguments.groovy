revision 'a095'

upgrade {
    int n = [1, 2].sum() as int
    assert n == 3
    execute 'SELECT 1'
}
downgrade { }
