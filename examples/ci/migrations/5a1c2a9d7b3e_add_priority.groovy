revision     '5a1c2a9d7b3e'
downRevision '4f1c2a9d7b3e'
message      'Add priority to projects'
created      '2026-11-22T10:15:00Z'

change {
    addColumn 'projects', 'priority', varchar(10), nullable: false, default: 'medium'
    createIndex 'ix_projects_priority', 'projects', ['priority']
}
