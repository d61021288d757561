// hasIndex
// Asks whether there is an index of this name; the table may be left out.
// given
createTable('users') { column 'email', text }
// shown
if (!hasIndex('ix_users_email', 'users')) {
    createIndex 'ix_users_email', 'users', ['email']
}
// down
dropIndex 'ix_users_email', 'users'
