// foreignKey
// A foreign key of a table that is created.
// given
createTable('rooms') {
    column 'house', integer
    column 'number', integer
    primaryKey 'house', 'number'
}
// shown
createTable('bookings') {
    column 'house', integer
    column 'room', integer
    foreignKey 'house', 'room', references: 'rooms(house, number)', onDelete: 'SET NULL', initially: 'deferred'
}
