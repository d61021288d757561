// renameTable
// Gives a table another name.
// given
createTable('todos') { column 'id', integer, primaryKey: true }
// shown
renameTable 'todos', 'tasks'
