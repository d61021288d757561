revision 'a1'

upgrade {
createTable('user_preferences') {
    column 'id', uuid, nullable: false, default: sql('gen_random_uuid()')
    column 'user_id', uuid, nullable: false
    column 'preference_key', varchar(255), nullable: false
    column 'created_at', timestamp(timezone: true), nullable: false, default: sql('now()')
    primaryKey 'id'
    foreignKey 'user_id', references: 'users.id', onDelete: 'CASCADE'
    unique 'user_id', 'preference_key'
    check "preference_key <> ''", name: 'ck_preference_key'
    index 'user_id'
}

alterColumn 'messages', 'role', type: text, using: 'role::text'
createIndex 'ix_tasks_user', 'tasks', ['user_id', sql('created_at DESC')], concurrently: true

batchAlterTable('users') {               // SQLite: move and copy; PostgreSQL: plain ALTER
    addColumn 'new_field', text
    dropColumn 'old_field'
}
}

irreversible 'an example of the language'
