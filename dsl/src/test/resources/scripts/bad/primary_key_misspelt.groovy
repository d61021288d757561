revision 'x'
upgrade {
    createTable('t') {
        column 'id', integer
        primaryKey 'idd'
    }
}
downgrade { }
