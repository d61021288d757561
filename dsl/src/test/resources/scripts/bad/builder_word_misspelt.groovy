revision 'x'
upgrade {
    createTable('t') {
        colum 'id', integer
    }
}
downgrade { }
