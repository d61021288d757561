// addColumn
// Adds a column, with all the options of `column`.
// given
createTable('jobs') { column 'id', integer, primaryKey: true }
// shown
addColumn 'jobs', 'priority', integer, nullable: false, default: 100
