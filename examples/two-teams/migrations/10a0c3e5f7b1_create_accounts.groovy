revision     '10a0c3e5f7b1'
message      'Create accounts'

change {
    createTable('accounts') {
        column 'id', integer, identity: true, primaryKey: true
        column 'name', varchar(100), nullable: false
    }
}
