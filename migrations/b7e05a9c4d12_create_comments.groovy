revision     'b7e05a9c4d12'
downRevision '9b6f3e21d804'
branchLabels 'collaboration'
message      'Create comments'
created      '2026-08-19T15:27:50Z'

change {
    createTable('comments') {
        column 'id', bigint, identity: true, primaryKey: true
        column 'task_id', bigint, nullable: false
        column 'author_id', bigint, nullable: false
        column 'body', text, nullable: false
        column 'created_at', timestamp(timezone: true), nullable: false, default: sql('CURRENT_TIMESTAMP')
        foreignKey 'task_id', references: 'tasks.id', onDelete: 'CASCADE'
        foreignKey 'author_id', references: 'users.id'
        index 'task_id'
    }
}
