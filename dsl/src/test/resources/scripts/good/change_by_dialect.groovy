revision 'c3'

change {
    createTable('t') { column 'id', integer, primaryKey: true }
    if (dialect == 'postgresql') {
        createIndex 'ix_t', 't', ['id'], using: 'hash'
    }
    def suffix = argument('suffix')
    if (suffix != null) {
        addColumn 't', "c_$suffix", integer
    }
}
