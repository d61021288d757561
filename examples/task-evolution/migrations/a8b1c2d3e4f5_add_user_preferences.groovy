revision     'a8b1c2d3e4f5'
downRevision '987c0e654321'
message      'Add user preferences table'

upgrade {
    createTable('user_preferences') {
        column 'id', integer, identity: true, primaryKey: true
        column 'user_id', varchar(36), nullable: false, unique: true
        column 'show_completed', bool
        column 'compact_view', bool
        column 'dark_mode', bool
        foreignKey 'user_id', references: 'users.id'
    }
}

downgrade {
    dropTable 'user_preferences'
}
