// dropFunction
// Drops a function; `was:` is its body.
// given
if (dialect == 'postgresql') {
    createFunction 'one()', returns: 'integer', language: 'sql', body: 'SELECT 1'
}
// shown
dropFunction 'one()', was: 'SELECT 1', returns: 'integer', language: 'sql'
