revision 'a1'
message 'Create users'

change {
    createTable('users') {
        column 'id', bigint, primaryKey: true
    }
}
