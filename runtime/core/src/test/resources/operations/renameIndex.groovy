// renameIndex
// Gives an index another name. SQLite cannot rename one, so it is created again.
// given
createTable('users') { column 'name', text, index: true }
// shown
renameIndex 'ix_users_name', 'ix_users_by_name'
