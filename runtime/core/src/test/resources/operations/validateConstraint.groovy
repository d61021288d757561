// validateConstraint
// Looks at the rows that a constraint created with `notValid: true` left out, without keeping others from writing. `change` has nothing as its inverse.
// given
createTable('users') { column 'age', integer }
createCheckConstraint 'ck_users_age', 'users', 'age >= 0', notValid: true
// shown
validateConstraint 'users', 'ck_users_age'
// down
dropConstraint 'ck_users_age', 'users', type: 'check'
createCheckConstraint 'ck_users_age', 'users', 'age >= 0', notValid: true
