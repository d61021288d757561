// f
// The whole name of a constraint or an index, which a naming convention is to leave as it is.
// given
createTable('users') { column 'age', integer }
// shown
createCheckConstraint f('age_is_not_negative'), 'users', 'age >= 0'
