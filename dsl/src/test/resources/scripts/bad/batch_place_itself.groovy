revision 'b1'

change {
    batchAlterTable('users') { addColumn 'last', text, before: 'last' }
}
