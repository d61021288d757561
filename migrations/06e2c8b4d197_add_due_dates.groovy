revision     '06e2c8b4d197'
downRevision 'f15b9a3c6d28'
message      'Add due dates to tasks'
created      '2026-10-14T16:44:05Z'

change {
    addColumn 'tasks', 'due_on', date
    createIndex 'ix_tasks_open_due', 'tasks', ['due_on'], where: 'NOT done'
}
