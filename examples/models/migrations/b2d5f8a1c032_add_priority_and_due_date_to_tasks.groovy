revision     'b2d5f8a1c032'
downRevision 'a1c4e7f09b21'
message      'add priority and due_date to tasks'
created      '2026-11-30T20:29:42Z'

change {
    addColumn 'tasks', 'priority', integer, nullable: false, default: 3
    addColumn 'tasks', 'due_date', date
    createCheckConstraint 'ck_tasks_priority', 'tasks', 'priority BETWEEN 1 AND 5'
    createIndex 'ix_tasks_status_priority', 'tasks', ['status', 'priority']
}
