// unique
// A unique constraint of a table that is created.
// shown
createTable('seats') {
    column 'row', integer
    column 'number', integer
    unique 'row', 'number', name: 'uq_seats'
}
