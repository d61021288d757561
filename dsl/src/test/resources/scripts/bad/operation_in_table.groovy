revision 'x'
upgrade {
    createTable('t') {
        column 'id', integer
        createIndex 'ix', 't', ['id']
    }
}
downgrade { }
