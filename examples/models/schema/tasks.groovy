table('tasks') {
    column 'id', integer, primaryKey: true
    column 'title', varchar(200), nullable: false
    column 'details', text
    column 'status', varchar(20), nullable: false, default: 'pending'
    column 'priority', integer, nullable: false, default: 3
    column 'due_date', date
    column 'user_id', integer, references: 'users.id', onDelete: 'SET NULL'
    check 'priority BETWEEN 1 AND 5', name: 'ck_tasks_priority'
    index 'status', 'priority'
}

view 'open_tasks', "SELECT t.id, t.title, u.name AS owner FROM tasks t LEFT JOIN users u ON u.id = t.user_id WHERE t.status <> 'done'"
