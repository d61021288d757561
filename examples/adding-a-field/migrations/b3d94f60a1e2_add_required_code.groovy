revision     'b3d94f60a1e2'
downRevision 'abc123def456'
message      'Add a required code to projects'

upgrade('Existing projects have no code yet: add it empty, fill it, then require it.') {
    addColumn 'projects', 'code', varchar(12), nullable: true
    execute "UPDATE projects SET code = 'P-' || id"
    alterColumn 'projects', 'code', nullable: false
}

downgrade {
    dropColumn 'projects', 'code'
}
