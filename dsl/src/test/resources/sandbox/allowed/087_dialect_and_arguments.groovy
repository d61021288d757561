revision 'a087'

upgrade {
    assert dialect == 'postgresql'
    assert argument('tenant') == 'acme'
    if (dialect == 'sqlite') { execute 'never' }
    execute 'SELECT 1'
}
downgrade { }
