revision 'a040'

upgrade {
    assert Names.clean(' A ') == 'a'
    assert Names.LIMIT == 10
    execute 'SELECT 1'
}
downgrade { }

class Names {
    static final int LIMIT = 10
    static String clean(String s) { s.trim().toLowerCase() }
}
