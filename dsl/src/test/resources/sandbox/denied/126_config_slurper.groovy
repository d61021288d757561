revision 'd126'

upgrade {
    new ConfigSlurper().parse('a = 1')
}
downgrade { }
