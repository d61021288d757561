revision 'x'

change {
    createSchema 'billing', authorization: 'biller'
    createExtension 'citext', schema: 'app'
    createSequence 'numbers', start: 100
    alterSequence 'numbers', increment: 5, max: 900, was: [increment: 1, max: null, start: 1]
    createView 'v', 'SELECT 1'
    replaceView 'v', 'SELECT 1, 2 AS two', was: 'SELECT 1'
    createView 'v', 'SELECT 3', replace: true, columns: ['three'], was: 'SELECT 1, 2 AS two'
    createView 'm', 'SELECT 1', materialized: true
    refreshView 'm'
    createFunction 'touch(n integer DEFAULT 1)', returns: 'trigger', body: 'old'
    createFunction 'touch(n integer DEFAULT 1)', returns: 'trigger', body: 'new', replace: true, was: 'old'
    createProcedure 'tidy()', body: 'x'
    createTrigger 't', 'tasks', before: 'update', execute: 'touch()', body: 'SELECT 1'
    dropTrigger 'u', 'tasks', after: 'insert', execute: 'touch()'
    dropFunction 'gone(a text)', returns: integer, was: 'RETURN 1'
    dropProcedure 'done()', was: 'NULL', language: 'sql'
    dropView 'w', was: 'SELECT 1', columns: ['a']
    dropSequence 's', was: [start: 7]
    dropExtension 'hstore', was: [version: '1.8']
    dropSchema 'old'
}
