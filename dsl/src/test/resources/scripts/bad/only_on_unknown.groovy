revision 'e5'

upgrade {
    onlyOn('postgres') {
        execute 'SELECT 1'
    }
    createTable('t') {
        onlyOn(['sqlite', 'oracle']) { column 'id', integer }
    }
}

downgrade { }
