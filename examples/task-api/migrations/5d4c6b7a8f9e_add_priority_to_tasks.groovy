revision     '5d4c6b7a8f9e'
downRevision '4c3b5a6f7e8d'
message      'Add priority to tasks'

upgrade {
    addColumn 'tasks', 'priority', integer, nullable: true
    execute '''
        UPDATE tasks SET priority = 1 WHERE status = 'pending';
        UPDATE tasks SET priority = 2 WHERE status = 'in_progress';
        UPDATE tasks SET priority = 3 WHERE priority IS NULL
    '''
    alterColumn 'tasks', 'priority', nullable: false
}

downgrade {
    dropColumn 'tasks', 'priority'
}
