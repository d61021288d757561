// query
// Asks the database. The readers of a row have types, the same on both databases.
// given
createTable('users') {
    column 'id', integer, primaryKey: true
    column 'name', text
}
execute "INSERT INTO users VALUES (1, 'Ada')"
// shown
query('SELECT id, name FROM users').each { row ->
    execute 'UPDATE users SET name = :name WHERE id = :id', name: row.string('name').toUpperCase(), id: row.integer('id')
}
// down
