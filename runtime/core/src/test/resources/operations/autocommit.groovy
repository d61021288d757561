// autocommit
// Ends the transaction. Each operation inside is committed by itself.
// given
createTable('jobs') { column 'state', text }
// shown
autocommit {
    execute "UPDATE jobs SET state = 'done' WHERE state = 'closed'"
}
// down
