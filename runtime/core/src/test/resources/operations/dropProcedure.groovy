// dropProcedure
// Drops a procedure.
// given
createTable('log') { column 'line', text }
if (dialect == 'postgresql') {
    createProcedure 'tidy()', language: 'sql', body: 'DELETE FROM log'
}
// shown
dropProcedure 'tidy()', language: 'sql', was: 'DELETE FROM log'
