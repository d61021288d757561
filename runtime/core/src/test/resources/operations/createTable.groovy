// createTable
// Makes a table with its columns, keys, constraints, indexes and comment. What has no name gets one that can be found again.
// given
createTable('users') { column 'id', integer, primaryKey: true }
// shown
createTable('tasks', comment: 'What is to be done') {
    column 'id', bigint, identity: true, primaryKey: true
    column 'user_id', integer, nullable: false, references: 'users.id', onDelete: 'CASCADE'
    column 'title', varchar(200), nullable: false
    column 'done', bool, nullable: false, default: false
}
