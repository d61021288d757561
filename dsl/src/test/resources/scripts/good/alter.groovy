revision 'a6'

upgrade {
    alterColumn 'tasks', 'details', newColumnName: 'description'
    alterColumn 'users', 'full_name', nullable: false, existingType: text
    alterColumn 'jobs', 'state', type: varchar(20), using: 'state::varchar(20)', default: 'queued', comment: null
    alterColumn 'jobs', 'state', default: null, schema: 'app'
    alterColumn 'jobs', 'at', default: sql('now()')
    renameColumn 'tasks', 'title', 'name'
    renameTable 'tasks', 'todos', schema: 'app'
    renameIndex 'ix_a', 'ix_b'
    dropIndex 'ix_tasks_user_id_created_at'
    dropIndex 'ix_a', 'tasks', ifExists: true, concurrently: true
    dropColumn 'jobs', 'x', ifExists: true, cascade: true
    dropTable 'video_metadata', ifExists: true, cascade: true
    createEnum 'mood', ['sad', 'ok']
    dropEnum 'mood', ifExists: true
    addColumn 'videos', 'thumbnail_url', text, ifNotExists: true
    addColumn 'videos', 'user_id', uuid, references: 'users.id', index: true
}

downgrade { }
