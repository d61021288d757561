revision     '987c0e654321'
message      'Create users and tasks'

upgrade {
    createTable('users') {
        column 'id', varchar(36), primaryKey: true
    }
    createTable('tasks') {
        column 'id', integer, identity: true, primaryKey: true
        column 'user_id', varchar(36), nullable: false, references: 'users.id'
        column 'title', varchar(200), nullable: false
        column 'priority', varchar(10)
        column 'created_at', timestamp, default: sql('CURRENT_TIMESTAMP')
    }
}

downgrade {
    dropTable 'tasks'
    dropTable 'users'
}
