revision 'a029'

upgrade {
    int n = 3
    assert (n > 2 ? "big" : "small") == 'big'
    execute 'SELECT 1'
}
downgrade { }
