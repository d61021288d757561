revision     '814e3fa02d67'
downRevision '703d2e9f1c56'
message      'Replace the old field'

upgrade('One script for both databases: SQLite rebuilds the table once, PostgreSQL alters it in place.') {
    batchAlterTable('users') {
        addColumn 'new_field', text
        dropColumn 'old_field'
    }
}

downgrade {
    batchAlterTable('users') {
        addColumn 'old_field', text
        dropColumn 'new_field'
    }
}
