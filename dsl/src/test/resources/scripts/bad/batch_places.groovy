revision 'b1'

change {
    batchAlterTable('users') {
        alterColumn 'last', before: 'middle'
    }
    batchAlterTable('users') { addColumn 'a', text, befor: 'b' }
    addColumn 'users', 'a', text, before: 'b'
}
