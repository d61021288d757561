revision     'abc123def456'
downRevision '71bc71cb8fac'
message      'Add priority field to projects'

upgrade {
    addColumn 'projects', 'priority', varchar(10), nullable: true
}

downgrade {
    dropColumn 'projects', 'priority'
}
