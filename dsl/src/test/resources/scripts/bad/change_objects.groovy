revision 'x'

change {
    createView 'v', 'SELECT 1', replace: true
    replaceView 'v', 'SELECT 1'
    dropView 'v'
    createSequence 's', ifNotExists: true
    alterSequence 's', increment: 2, cycle: true, start: 3, was: [start: 1]
    alterSequence 's', restart: true
    dropSequence 's'
    dropExtension 'citext'
    dropSchema 'billing', cascade: true
    createFunction 'f()', returns: 'trigger', body: 'x', replace: true
    dropFunction 'f()'
    dropProcedure 'p()'
    createTrigger 't', 'tasks', before: 'update', execute: 'f()', replace: true
    dropTrigger 't', 'tasks'
}
