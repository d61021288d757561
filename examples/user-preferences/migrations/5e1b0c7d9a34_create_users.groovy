revision     '5e1b0c7d9a34'
message      'Create users'

upgrade {
    createTable('users') {
        column 'id', uuid, nullable: false
        column 'first_name', text, nullable: false
        column 'last_name', text, nullable: false
        column 'old_field', text
        primaryKey 'id'
    }
}

downgrade {
    dropTable 'users'
}
