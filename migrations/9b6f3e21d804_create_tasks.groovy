revision     '9b6f3e21d804'
downRevision '71bc71cb8fac'
message      'Create tasks'
created      '2026-08-11T09:02:31Z'

upgrade {
    createTable('tasks') {
        column 'id', bigint, identity: true, primaryKey: true
        column 'project_id', bigint, nullable: false
        column 'assignee_id', bigint
        column 'title', varchar(300), nullable: false
        column 'priority', varchar(10)
        column 'done', bool, nullable: false, default: false
        column 'created_at', timestamp(timezone: true), nullable: false, default: sql('CURRENT_TIMESTAMP')
        foreignKey 'project_id', references: 'projects.id', onDelete: 'CASCADE'
        foreignKey 'assignee_id', references: 'users.id', onDelete: 'SET NULL'
        index 'project_id'
    }
    createIndex 'ix_tasks_assignee_created', 'tasks', ['assignee_id', sql('created_at DESC')]
}

downgrade {
    dropTable 'tasks'
}
