// createProcedure
// Makes a procedure.
// given
createTable('log') { column 'line', text }
// shown
createProcedure 'tidy()', language: 'sql', body: 'DELETE FROM log'
