revision     'd4f7b0c3e254'
downRevision 'c3e6a9b2d143'
message      'add user relationship to tasks'
created      '2026-11-30T20:30:02Z'

change {
    renameColumn 'tasks', 'description', 'details'
    addColumn 'tasks', 'user_id', integer
    createForeignKey 'fk_tasks_user_id', 'tasks', 'users', ['user_id'], ['id'], onDelete: 'SET NULL'
    createView 'open_tasks',
            "SELECT t.id, t.title, u.name AS owner FROM tasks t LEFT JOIN users u ON u.id = t.user_id WHERE t.status <> 'done'"
}
