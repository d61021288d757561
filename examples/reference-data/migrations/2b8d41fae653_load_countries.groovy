revision     '2b8d41fae653'
downRevision '1a7c30e9d542'
message      'Load the countries and their cities from files'

upgrade {
    bulkInsert 'countries', csv('data/countries.csv')
    bulkInsert 'cities', jsonLines('data/cities.jsonl')
}

downgrade {
    table('cities').delete()
    table('countries').delete()
}
