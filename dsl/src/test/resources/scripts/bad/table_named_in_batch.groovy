revision 'x'
upgrade {
    batchAlterTable('users') {
        addColumn 'users', 'x', text
    }
}
downgrade { }
