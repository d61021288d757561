revision     '0a4d7c93e1f8'
downRevision 'f2b6815e0d97'
message      'Index projects by status'

upgrade {
    createIndex 'ix_projects_status', 'projects', ['status']
}

downgrade {
    dropIndex 'ix_projects_status'
}
