revision     '3c702e5f9143'
downRevision '2b6f1d4e8032'
message      'Log the states of orders, and count their changes'
created      '2026-09-03T09:00:00Z'

// A trigger calls a function on PostgreSQL and holds its statements on SQLite. Each database takes its own.
change {
    if (dialect == 'postgresql') {
        createFunction 'log_order()', returns: 'trigger', body: '''
            BEGIN
                INSERT INTO order_log (order_id, state) VALUES (NEW.id, NEW.state);
                RETURN NULL;
            END
        '''
        createFunction 'count_change()', returns: 'trigger', body: '''
            BEGIN
                NEW.changes := OLD.changes + 1;
                RETURN NEW;
            END
        '''
    }
    createTrigger 'orders_log', 'orders', after: 'update', of: ['state'], when: 'OLD.state <> NEW.state',
            execute: 'log_order()',
            body: 'INSERT INTO order_log (order_id, state) VALUES (NEW.id, NEW.state)'
    // SQLite cannot change the row before it is stored, so that it acts afterwards.
    createTrigger 'orders_changes', 'orders',
            before: dialect == 'postgresql' ? 'update' : null,
            after: dialect == 'sqlite' ? 'update' : null,
            of: ['state', 'cents'],
            execute: 'count_change()',
            body: 'UPDATE orders SET changes = changes + 1 WHERE id = NEW.id'
}
