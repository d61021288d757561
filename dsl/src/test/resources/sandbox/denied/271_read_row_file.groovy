revision 'x'

upgrade {
    execute csv('countries.csv').file()
}

irreversible 'x'
