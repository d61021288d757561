revision 'a028'

upgrade {
    String s = null
    assert (s ?: 'none') == 'none'
    assert s?.length() == null
    s ?= 'set'
    assert s == 'set'
    execute 'SELECT 1'
}
downgrade { }
