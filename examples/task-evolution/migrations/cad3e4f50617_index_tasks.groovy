revision     'cad3e4f50617'
downRevision 'b9c2d3e4f506'
message      'Index tasks by user and time'

upgrade {
    createIndex 'ix_tasks_user_id_created_at', 'tasks', ['user_id', sql('created_at DESC')]
    createIndex 'ix_tasks_title_lower', 'tasks', [sql('lower(title)')]
}

downgrade {
    dropIndex 'ix_tasks_title_lower'
    dropIndex 'ix_tasks_user_id_created_at'
}
