revision     '6f2c1d8e0b45'
downRevision '5e1b0c7d9a34'
message      'Add user preferences table'

upgrade {
    createTable('user_preferences') {
        column 'id', uuid, nullable: false
        column 'user_id', uuid, nullable: false
        column 'preference_key', varchar(255), nullable: false
        column 'preference_value', text
        primaryKey 'id'
        foreignKey 'user_id', references: 'users.id', name: 'fk_user_preferences_user'
        unique 'user_id', 'preference_key'
    }
    createIndex 'ix_user_preferences_user_id', 'user_preferences', ['user_id']
}

downgrade('The foreign key goes before its table, and the index with them.') {
    dropConstraint 'fk_user_preferences_user', 'user_preferences', type: 'foreignKey'
    dropIndex 'ix_user_preferences_user_id', 'user_preferences'
    dropTable 'user_preferences'
}
