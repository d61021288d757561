revision 'b1'

change {
    batchAlterTable('users') {
        alterColumn 'last', before: 'middle'
    }
}
