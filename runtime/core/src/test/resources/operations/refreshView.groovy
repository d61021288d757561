// refreshView
// Fills a materialized view again. Its inverse is nothing.
// given
createTable('orders') { column 'cents', integer }
if (dialect == 'postgresql') {
    createView 'totals', 'SELECT sum(cents) AS cents FROM orders', materialized: true
}
// shown
refreshView 'totals'
