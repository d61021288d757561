// createCheckConstraint
// Adds a condition that every row must meet. `notValid: true` leaves the rows there are alone.
// given
createTable('users') { column 'age', integer }
// shown
createCheckConstraint 'ck_users_age', 'users', 'age >= 0'
