revision 'b1'

change {
    batchAlterTable('users', recreate: 'alwys') { addColumn 'last', text }
}
