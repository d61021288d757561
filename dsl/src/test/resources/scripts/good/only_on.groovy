revision 'e6'

change {
    createTable('t') {
        column 'id', integer, primaryKey: true
        onlyOn('postgresql') {
            column 'tags', array(text)
            index 'tags', using: 'gin'
        }
        onlyOn('sqlite') { column 'tags', json }
    }
    onlyOn('postgresql') {
        createIndex 'ix', 't', ['id'], using: 'brin'
        onlyOn(['postgresql', 'sqlite']) {
            addColumn 't', 'both', text
        }
    }
    onlyOn('sqlite') { addColumn 't', 'never', text }
    batchAlterTable('t') {
        addColumn 'a', text
        onlyOn('sqlite') { addColumn 'b', text }
        onlyOn('postgresql') { addColumn 'c', interval }
    }
}
