// createSchema
// Makes a schema.
// shown
createSchema 'billing'
