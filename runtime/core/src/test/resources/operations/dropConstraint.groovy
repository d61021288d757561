// dropConstraint
// Drops a constraint of any kind; `type:` says which, and `was:` with its options what it was.
// given
createTable('users') {
    column 'email', text
    unique 'email', name: 'uq_users_email'
}
// shown
dropConstraint 'uq_users_email', 'users', type: 'unique', was: ['email']
