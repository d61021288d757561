revision 'e8'

upgrade {
    createTable('t') {
        column 'id', integer
        online { column 'x', text }
    }
}

downgrade { }
