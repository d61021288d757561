// online, offline
// A run leaves `offline` out, and `--sql` leaves `online` out: what asks the database, and the SQL that is written down instead.
// given
createTable('users') {
    column 'id', integer, primaryKey: true
    column 'name', text
}
// shown
online {
    query('SELECT id, name FROM users').each { row ->
        execute 'UPDATE users SET name = :name WHERE id = :id', name: row.string('name').toUpperCase(), id: row.integer('id')
    }
} offline {
    execute 'UPDATE users SET name = upper(name)'
}
// down
