// bulkInsert, row
// Inserts many rows: a list, a stream, or a closure that says `row` for each. Online PostgreSQL gets 50 and more by `COPY`.
// given
createTable('roles') {
    column 'id', integer, primaryKey: true
    column 'name', text
}
// shown
bulkInsert 'roles', [[id: 1, name: 'admin'], [id: 2, name: "it's me"]]
bulkInsert('roles') {
    (3..4).each { row id: it, name: "guest $it" }
}
// down
table('roles').delete()
