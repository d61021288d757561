// jsonLines
// The rows of a file with one JSON object a line, for `bulkInsert`.
// file cities.jsonl
{"id": 1, "name": "Berlin", "facts": {"capital": true}}
{"id": 2, "name": "Nelson", "facts": null}
// given
createTable('cities') {
    column 'id', integer, primaryKey: true
    column 'name', text
    column 'facts', json
}
// shown
bulkInsert 'cities', jsonLines('cities.jsonl')
// down
table('cities').delete()
