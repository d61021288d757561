revision 'x'
upgrade {
    batchAlterTable('users') {
        dropColum 'x'
    }
}
downgrade { }
