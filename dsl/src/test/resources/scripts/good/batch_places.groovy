revision 'b1'

upgrade {
    batchAlterTable('users', recreate: 'always') {
        addColumn 'middle', text, after: 'first'
        alterColumn 'last', before: 'middle'
        alterColumn 'last', newColumnName: 'family', after: 'middle'
    }
    batchAlterTable('users', recreate: 'Never') {
        dropColumn 'first'
    }
}

downgrade { }
