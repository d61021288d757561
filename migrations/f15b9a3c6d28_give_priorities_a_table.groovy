revision     'f15b9a3c6d28'
downRevision 'e48c7d02a5f9'
message      'Give priorities a table of their own'
created      '2026-09-07T12:18:36Z'

upgrade('The words in tasks.priority become rows, and the tasks refer to them.') {
    createTable('priorities') {
        column 'id', integer, primaryKey: true
        column 'name', varchar(10), nullable: false
        unique 'name'
    }
    bulkInsert 'priorities', [
        [id: 1, name: 'low'],
        [id: 2, name: 'medium'],
        [id: 3, name: 'high'],
    ]
    addColumn 'tasks', 'priority_id', integer
    execute '''
        UPDATE tasks
        SET priority_id = coalesce((SELECT p.id FROM priorities p WHERE p.name = lower(tasks.priority)), :medium)
    ''', medium: 2
    batchAlterTable('tasks') {
        alterColumn 'priority_id', nullable: false
        createForeignKey 'fk_tasks_priority_id', 'priorities', ['priority_id'], ['id']
        dropColumn 'priority'
    }
}

downgrade('Words other than low, medium and high were lost on the way up: they come back as medium.') {
    addColumn 'tasks', 'priority', varchar(10)
    execute 'UPDATE tasks SET priority = (SELECT p.name FROM priorities p WHERE p.id = tasks.priority_id)'
    batchAlterTable('tasks') {
        dropConstraint 'fk_tasks_priority_id', type: 'foreignKey'
        dropColumn 'priority_id'
    }
    dropTable 'priorities'
}
