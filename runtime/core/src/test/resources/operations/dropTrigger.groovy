// dropTrigger
// Drops a trigger. The options of `createTrigger` say what it was.
// given
createTable('orders') { column 'state', text }
createTable('log') { column 'state', text }
if (dialect == 'postgresql') {
    createFunction 'log_order()', returns: 'trigger', body: 'BEGIN INSERT INTO log VALUES (NEW.state); RETURN NULL; END'
}
createTrigger 'orders_log', 'orders', after: 'insert', execute: 'log_order()', body: 'INSERT INTO log VALUES (NEW.state)'
// shown
dropTrigger 'orders_log', 'orders', after: 'insert', execute: 'log_order()', body: 'INSERT INTO log VALUES (NEW.state)'
