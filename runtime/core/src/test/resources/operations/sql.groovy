// sql
// SQL in the place of a value, a default or an index's column.
// given
createTable('notes') { column 'id', integer, primaryKey: true }
// shown
addColumn 'notes', 'written_on', date, default: sql("'2026-01-01'")
table('notes').insert(id: sql('1 + 1'))
// down
table('notes').delete()
dropColumn 'notes', 'written_on'
