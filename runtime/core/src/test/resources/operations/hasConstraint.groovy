// hasConstraint
// Asks whether a table has a constraint of this name, of any kind.
// given
createTable('users') {
    column 'email', text
    unique 'email', name: 'uq_users_email'
}
// shown
if (hasConstraint('uq_users_email', 'users')) {
    dropConstraint 'uq_users_email', 'users', type: 'unique'
}
// down
createUniqueConstraint 'uq_users_email', 'users', ['email']
