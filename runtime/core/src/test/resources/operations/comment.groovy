// comment
// The comment of a table that is made; the option `comment:` of `createTable` says the same.
// shown
createTable('logs') {
    column 'line', text
    comment 'Emptied every night'
}
