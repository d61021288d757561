// dropConstraint
// Drops a constraint of any kind; `type:` says which, and `was:` with its options what it was. Where the database has no constraint of that name, but just one of the type on the columns of `was:`, or one
// whose long name was [cut by another tool](configuration.md#names-of-constraints-and-indexes), that one is dropped, and the run says so.
// given
createTable('users') {
    column 'email', text
    unique 'email', name: 'uq_users_email'
}
// shown
dropConstraint 'uq_users_email', 'users', type: 'unique', was: ['email']
