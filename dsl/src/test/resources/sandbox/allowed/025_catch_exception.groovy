revision 'a025'

upgrade {
    int n = 0
    try { n = 1.intdiv(0) as int } catch (Exception e) { n = -1 }
    assert n == -1
    execute 'SELECT 1'
}
downgrade { }
