// smallserial, serial, bigserial
// Integers that the database counts up: by a sequence of their own on PostgreSQL; on SQLite such a column is the primary key, and another name of the row's id.
// shown
createTable('orders') {
    column 'id', bigserial, primaryKey: true
    column 'note', text
}
createTable('customers') { column 'id', serial, primaryKey: true }
createTable('countries') { column 'id', smallserial, primaryKey: true }
