revision 'a019'

upgrade {
    java.util.regex.Pattern p = ~/[a-z]+/
    assert p.matcher('abc').matches()
    assert 'abc'.matches('[a-z]+')
    execute 'SELECT 1'
}
downgrade { }
