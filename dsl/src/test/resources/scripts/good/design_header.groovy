revision     '4f1c2a9d7b3e'
downRevision '71bc71cb8fac'              // omitted: a base; 'a', 'b': a merge
branchLabels 'billing'                   // optional
dependsOn    '9e0d…'                     // optional
message      'Add priority to projects'
created      '2026-11-21T10:15:00Z'

upgrade {
    addColumn 'projects', 'priority', varchar(10), nullable: true
    createIndex 'ix_projects_priority', 'projects', ['priority']
}

downgrade {
    dropIndex 'ix_projects_priority', 'projects'
    dropColumn 'projects', 'priority'
}
