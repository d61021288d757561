revision     '1f0e2d3c4b5a'
message      'Create tasks'

change {
    createTable('tasks') {
        column 'id', integer, identity: true, primaryKey: true
        column 'title', varchar(200), nullable: false
        column 'description', text
        column 'status', varchar(50), nullable: false, default: 'pending'
    }
}
