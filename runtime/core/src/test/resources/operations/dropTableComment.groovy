// dropTableComment
// Takes the comment away.
// given
createTable('users', comment: 'Old') { column 'id', integer, primaryKey: true }
// shown
dropTableComment 'users', existingComment: 'Old'
