revision 'x'
upgrade {
    createTable('t') {
        column 'id', integer, primarykey: true
    }
}
downgrade { }
