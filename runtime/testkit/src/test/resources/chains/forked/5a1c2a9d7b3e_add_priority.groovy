revision '5a1c2a9d7b3e'
downRevision '4f1c2a9d7b3e'
message 'Add priority to projects'
created '2026-11-22T10:15:00Z'

upgrade {
    addColumn 'projects', 'priority', varchar(10), nullable: true
    createIndex 'ix_projects_priority', 'projects', ['priority']
    createIndex 'ix_projects_name', 'projects', ['name']
}

downgrade {
    dropIndex 'ix_projects_name', 'projects'
    dropIndex 'ix_projects_priority', 'projects'
    dropColumn 'projects', 'priority'
}
