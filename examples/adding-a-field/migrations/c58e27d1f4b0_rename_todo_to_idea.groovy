revision     'c58e27d1f4b0'
downRevision 'b3d94f60a1e2'
message      'Call what is still to do an idea'

upgrade {
    addColumn 'projects', 'stage', varchar(20)
    table('projects').where(status: 'todo').update(stage: 'idea')
    table('projects').where('status <> :todo', todo: 'todo').update(stage: sql('status'))
}

downgrade {
    dropColumn 'projects', 'stage'
}
