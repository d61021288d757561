// hasColumn
// Asks whether a table has a column; without the table there is none.
// given
createTable('users') { column 'id', integer, primaryKey: true }
// shown
if (!hasColumn('users', 'email')) {
    addColumn 'users', 'email', text
}
// down
dropColumn 'users', 'email'
