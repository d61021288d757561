// createView
// Makes a view; with `materialized: true` one that PostgreSQL keeps the rows of.
// given
createTable('orders') {
    column 'id', integer, primaryKey: true
    column 'state', text
}
// shown
createView 'open_orders', "SELECT id FROM orders WHERE state = 'open'"
