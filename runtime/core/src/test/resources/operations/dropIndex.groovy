// dropIndex
// Drops an index, by its name alone or with its table. `was:` says its columns.
// given
createTable('users') { column 'name', text, index: true }
// shown
dropIndex 'ix_users_name', 'users', was: ['name']
