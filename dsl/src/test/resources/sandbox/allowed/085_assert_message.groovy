revision 'a085'

upgrade {
    try {
        assert 1 == 2 : 'told'
    } catch (AssertionError e) {
        assert e.message.contains('told')
    }
    execute 'SELECT 1'
}
downgrade { }
