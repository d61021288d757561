revision     '2a1f3e4d5c6b'
downRevision '1f0e2d3c4b5a'
message      'Create users table'

change {
    createTable('users') {
        column 'id', integer, identity: true, primaryKey: true
        column 'name', varchar(100), nullable: false
        column 'email', varchar(255), nullable: false, unique: true
    }
}
