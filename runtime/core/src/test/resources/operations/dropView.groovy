// dropView
// Drops a view.
// given
createTable('orders') { column 'id', integer, primaryKey: true }
createView 'all_orders', 'SELECT id FROM orders'
// shown
dropView 'all_orders', was: 'SELECT id FROM orders'
