revision     '0a1789000003'
downRevision 'def456000002'
message      'Add processing_priority to jobs table'

upgrade('Existing jobs get the default.') {
    addColumn 'jobs', 'processing_priority', integer, nullable: false, default: 100, ifNotExists: true
}

downgrade {
    dropColumn 'jobs', 'processing_priority', ifExists: true
}
