// dropColumn
// Drops a column. `was:` and the options with `existing` before them say what it was.
// given
createTable('tasks') {
    column 'id', integer, primaryKey: true
    column 'points', integer, default: 0
}
// shown
dropColumn 'tasks', 'points', was: integer, existingDefault: 0
