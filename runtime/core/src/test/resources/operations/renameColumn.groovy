// renameColumn
// Gives a column another name; indexes, constraints, views and triggers follow.
// given
createTable('tasks') { column 'description', text }
// shown
renameColumn 'tasks', 'description', 'details'
