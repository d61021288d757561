// dropTable
// Drops a table. With a closure that says what it was, `change` knows the inverse.
// given
createTable('labels') {
    column 'id', integer, primaryKey: true
    column 'name', text, nullable: false
}
// shown
dropTable('labels') {
    column 'id', integer, primaryKey: true
    column 'name', text, nullable: false
}
