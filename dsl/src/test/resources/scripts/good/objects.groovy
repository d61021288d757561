revision 'x'

upgrade {
    createView 'open_tasks', 'SELECT id FROM tasks WHERE NOT done'
    createView 'totals', 'SELECT 1', columns: ['one'], materialized: true, withData: false, schema: 'app', with: [fillfactor: 70]
    createView 'mine', 'SELECT 1', replace: true, checkOption: 'local', temporary: true
    createView 'seen', 'SELECT 1', ifNotExists: true
    replaceView 'open_tasks', 'SELECT id, title FROM tasks'
    refreshView 'totals', concurrently: true
    refreshView 'totals', withData: false, schema: 'app'
    dropView 'mine', ifExists: true, cascade: true
    dropView 'totals', materialized: true
    createSequence 'plain'
    createSequence 'numbers', start: 100, increment: 5, min: 1, max: null, cache: 20, cycle: true, ownedBy: 'app.tasks.n', type: integer
    alterSequence 'numbers', restart: 7
    alterSequence 'numbers', restart: true, max: 999, ownedBy: null
    dropSequence 'numbers', cascade: true
    createExtension 'citext'
    createExtension 'hstore', schema: 'app', version: '1.8', cascade: true, ifNotExists: true
    dropExtension 'citext'
    createSchema 'billing', authorization: 'biller'
    dropSchema 'billing', ifExists: true, cascade: true
    createFunction 'touch()', returns: 'trigger', body: 'BEGIN RETURN NEW; END'
    createFunction 'price(net numeric, rate numeric DEFAULT 0.2)', returns: numeric(12, 2), language: 'sql', volatility: 'immutable',
            strict: true, securityDefiner: true, leakproof: true, parallel: 'safe', cost: 10, set: [search_path: ['app', 'pg_temp']],
            body: 'SELECT net * (1 + rate)', replace: true, schema: 'app'
    createProcedure 'tidy', body: 'BEGIN NULL; END', language: 'plpgsql'
    dropFunction 'price(numeric, numeric)', ifExists: true
    dropFunction 'touch', cascade: true
    dropProcedure 'tidy()'
    createTrigger 'tasks_touch', 'tasks', before: 'update', of: ['title'], when: 'OLD.* IS DISTINCT FROM NEW.*', execute: 'app.touch(1)'
    createTrigger 'tasks_log', 'tasks', after: ['insert', 'delete'], execute: 'log', body: 'SELECT 1', schema: 'app'
    createTrigger 'tasks_gone', 'tasks', after: 'truncate', execute: 'log()', ifNotExists: true
    createTrigger 'tasks_late', 'tasks', after: 'insert', deferrable: true, initially: 'deferred', execute: 'late()'
    createTrigger 'tasks_all', 'tasks', after: 'update', forEach: 'statement', referencing: 'OLD TABLE AS old_rows', execute: 'log()', replace: true
    createTrigger 'seen_insert', 'seen', insteadOf: 'insert', body: 'DELETE FROM tasks'
    dropTrigger 'tasks_touch', 'tasks', ifExists: true
}

downgrade { }
