revision 'a083'

upgrade {
    Object o = 'text'
    int n = 0
    if (o instanceof String) { n = o.length() }
    assert n == 4
    execute 'SELECT 1'
}
downgrade { }
