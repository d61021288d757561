// exclude
// No two rows of a table that is created may meet all the comparisons.
// shown
createTable('stays') {
    column 'during', type('tsrange')
    exclude([during: '&&'], using: 'gist', name: 'ex_stays')
}
