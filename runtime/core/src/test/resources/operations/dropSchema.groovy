// dropSchema
// Drops a schema, which must be empty unless `cascade: true` is said.
// given
if (dialect == 'postgresql') { createSchema 'billing' }
// shown
dropSchema 'billing'
