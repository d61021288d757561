// comment
// The comment of a table that is created; the option `comment:` of `createTable` says the same.
// shown
createTable('logs') {
    column 'line', text
    comment 'Emptied every night'
}
