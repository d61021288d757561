revision     '925f4ab13e78'
downRevision '814e3fa02d67'
message      'Create sessions'

upgrade {
    createTable('sessions', comment: 'Who is logged in, and from where') {
        column 'id', uuid, primaryKey: true
        column 'user_id', uuid, nullable: false, references: 'users.id', onDelete: 'CASCADE'
        column 'active', bool, nullable: false, default: true
        column 'started_at', timestamp(timezone: true), nullable: false, default: sql('CURRENT_TIMESTAMP')
        column 'scopes', dialect == 'postgresql' ? array(text) : json
        unique 'user_id', 'started_at'
        index 'user_id', where: 'active', name: 'ix_sessions_active'
    }
}

downgrade {
    dropTable 'sessions'
}
