// column
// A column of a table that is created: its type, and options for all that can be said of it.
// shown
createTable('orders') {
    column 'id', integer, primaryKey: true
    column 'cents', integer, nullable: false, check: 'cents >= 0'
    column 'euros', numeric(12, 2), generated: 'cents / 100.0', stored: true
    column 'note', text, default: "it's new", index: true
    column 'number', varchar(20), unique: true
}
