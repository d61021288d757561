revision     'dbe4f5061728'
downRevision 'cad3e4f50617'
message      'Number the priorities of tasks'

upgrade {
    addColumn 'tasks', 'priority_id', integer
    execute 'UPDATE tasks SET priority_id = :id WHERE priority = :name', [
        [id: 1, name: 'low'],
        [id: 2, name: 'medium'],
        [id: 3, name: 'high'],
    ]
    table('tasks').where(priority_id: null).update(priority_id: 2)
    alterColumn 'tasks', 'priority_id', nullable: false
}

downgrade {
    dropColumn 'tasks', 'priority_id'
}
