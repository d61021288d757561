revision     'ecf506172839'
downRevision 'dbe4f5061728'
message      'Create subtasks, which tasks point back to'

upgrade('Two tables that refer to each other: both first, then the foreign keys.') {
    createTable('subtasks') {
        column 'id', integer, identity: true, primaryKey: true
        column 'task_id', integer, nullable: false
        column 'title', varchar(200), nullable: false
    }
    addColumn 'tasks', 'next_subtask_id', integer
    createForeignKey 'fk_subtasks_task', 'subtasks', 'tasks', ['task_id'], ['id']
    createForeignKey 'fk_tasks_next_subtask', 'tasks', 'subtasks', ['next_subtask_id'], ['id']
}

downgrade {
    dropConstraint 'fk_tasks_next_subtask', 'tasks', type: 'foreignKey'
    dropConstraint 'fk_subtasks_task', 'subtasks', type: 'foreignKey'
    dropColumn 'tasks', 'next_subtask_id'
    dropTable 'subtasks'
}
