// createTrigger
// Makes a trigger. On PostgreSQL it calls the function of `execute:`, on SQLite it holds the statements of `body:`.
// given
createTable('orders') { column 'state', text }
createTable('log') { column 'state', text }
if (dialect == 'postgresql') {
    createFunction 'log_order()', returns: 'trigger', body: 'BEGIN INSERT INTO log VALUES (NEW.state); RETURN NULL; END'
}
// shown
createTrigger 'orders_log', 'orders', after: 'update', of: ['state'],
        execute: 'log_order()',
        body: 'INSERT INTO log VALUES (NEW.state)'
