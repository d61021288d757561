// createTableComment
// Says what a table is for. SQLite keeps no comments, so nothing is run there.
// given
createTable('users') { column 'id', integer, primaryKey: true }
// shown
createTableComment 'users', 'Who may log in', existingComment: null
