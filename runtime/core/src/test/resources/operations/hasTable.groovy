// hasTable
// Asks whether the database has a table of this name; a view is none. Like `query` it needs a database to ask: for `--sql` put it into [`online`](#online).
// given
createTable('users') { column 'id', integer, primaryKey: true }
// shown
if (!hasTable('roles')) {
    createTable('roles') { column 'name', text }
}
// down
dropTable 'roles'
