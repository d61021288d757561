revision     '0f5678000008'
downRevision '0e4567000007'
message      'Add index on jobs by state and priority without stopping the workers'

upgrade('On PostgreSQL the index is built outside of the transaction, while jobs go on being written.') {
    createIndex 'jobs_state_priority_idx', 'jobs', ['state', 'processing_priority'], order: [processing_priority: 'desc'],
        concurrently: true
}

downgrade {
    dropIndex 'jobs_state_priority_idx', concurrently: true, ifExists: true
}
