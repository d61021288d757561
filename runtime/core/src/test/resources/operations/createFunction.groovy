// createFunction
// Makes a function, named with its arguments. Retort chooses dollar quotes that the body cannot end.
// shown
createFunction 'gross(net numeric)', returns: 'numeric', language: 'sql', volatility: 'immutable', body: 'SELECT net * 1.19'
