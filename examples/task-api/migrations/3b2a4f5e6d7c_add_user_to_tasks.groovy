revision     '3b2a4f5e6d7c'
downRevision '2a1f3e4d5c6b'
message      'Add user relationship to tasks'

upgrade {
    addColumn 'tasks', 'user_id', integer, references: 'users.id'
}

downgrade {
    batchAlterTable('tasks') {
        dropConstraint 'fk_tasks_user_id', type: 'foreignKey'
        dropColumn 'user_id'
    }
}
