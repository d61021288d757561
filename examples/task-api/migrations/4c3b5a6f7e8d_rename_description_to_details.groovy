revision     '4c3b5a6f7e8d'
downRevision '3b2a4f5e6d7c'
message      'Rename description to details'

change {
    alterColumn 'tasks', 'description', newColumnName: 'details'
}
