revision 'f3'

upgrade {
    csv('countries.csv').each { }
    bulkInsert 'countries', csv('countries.csv', delimeter: ';')
    def file = csv('countries.csv')
    execute file.file()
    for (row in csv('countries.csv')) { execute "$row" }
    bulkInsert('roles') { row 'a' }
    rows([:])
}

irreversible 'x'
