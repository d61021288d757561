// createPrimaryKey
// Adds the key to a table that has none. Of all constraints: the name may be `null`, then it is the one `createTable` would give.
// given
createTable('users') { column 'id', integer, nullable: false }
// shown
createPrimaryKey 'pk_users', 'users', ['id']
