revision 'x'

upgrade {
    createView 'v', 'SELECT 1', materialised: true
    createSequence 's', strat: 1
    createSequence 's', start: 'one'
    createFunction 'f()', returns: 'trigger'
    createFunction 'f()', returns: 'trigger', boddy: 'x'
    createFunction 'f()', body: 'x', returns: 'trigger', volatility: 'stabel'
    createTrigger 't', 'tasks', before: 'updat', execute: 'f()'
    createTrigger 't', 'tasks', after: ['insert', 'deleted'], execute: 'f()'
    createTrigger 't', 'tasks', after: 'insert', forEach: 'rows', execute: 'f()'
    createTriger 't', 'tasks', after: 'insert', execute: 'f()'
    createView 'v', 'SELECT 1', checkOption: 'locale'
    createView 'v'
}

downgrade { }
