// replaceView
// Gives a view another query. `was:` says the old one.
// given
createTable('orders') { column 'id', integer, primaryKey: true }
createView 'open_orders', 'SELECT id FROM orders'
// shown
replaceView 'open_orders', 'SELECT id FROM orders WHERE id > 0', was: 'SELECT id FROM orders'
