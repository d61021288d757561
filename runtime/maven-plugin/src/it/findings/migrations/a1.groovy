revision 'a1'
message 'Create users'

change {
    createTable('users') {
        column 'id', integer, primaryKey: true
    }
}
