revision 'f1'

upgrade {
    executeFile 'seed.sql'
    bulkInsert 'countries', csv('countries.csv')
    bulkInsert 'cities', csv('cities.txt', delimiter: '\t', quote: "'", columns: ['id', 'name'], header: true, nulls: '\\N'), schema: 'geo'
    bulkInsert 'people', jsonLines('people.jsonl', columns: ['id', 'address'])
    bulkInsert('numbers') { 3.times { row n: it } }
    bulkInsert 'numbers', [[n: 7]].stream()
    bulkInsert 'numbers', [[n: 1]].iterator()
    def rows = csv 'later.csv', nulls: null
    bulkInsert 'countries', rows
}

downgrade {
    executeFile 'unseed.sql', down: 'seed.sql'
}
