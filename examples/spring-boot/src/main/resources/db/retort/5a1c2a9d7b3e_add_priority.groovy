revision     '5a1c2a9d7b3e'
downRevision '4f1c2a9d7b3e'
message      'Add priority to projects'
created      '2026-11-21T10:24:00Z'

upgrade {
    addColumn 'projects', 'priority', varchar(10), nullable: false, default: 'medium'
    bulkInsert 'projects', [[id: 1, name: 'Shed'], [id: 2, name: 'Garden']]
}

downgrade {
    execute 'DELETE FROM projects WHERE id IN (1, 2)'
    dropColumn 'projects', 'priority'
}
