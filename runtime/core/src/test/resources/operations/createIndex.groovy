// createIndex
// Makes an index on columns or expressions. With `concurrently: true` PostgreSQL builds it outside of the transaction, while rows go on being written.
// given
createTable('users') {
    column 'email', text
    column 'active', bool
}
// shown
createIndex 'ix_users_email', 'users', [sql('lower(email)')], unique: true, where: 'active'
createIndex 'ix_users_active', 'users', ['active'], concurrently: true
