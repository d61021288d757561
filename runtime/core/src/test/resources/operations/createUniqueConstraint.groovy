// createUniqueConstraint
// Adds a unique constraint.
// given
createTable('users') { column 'email', text }
// shown
createUniqueConstraint 'uq_users_email', 'users', ['email']
