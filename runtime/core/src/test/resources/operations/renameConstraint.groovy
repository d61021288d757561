// renameConstraint
// Gives a constraint another name.
// given
createTable('users') {
    column 'age', integer
    check 'age >= 0', name: 'ck_age'
}
// shown
renameConstraint 'users', 'ck_age', 'ck_users_age'
