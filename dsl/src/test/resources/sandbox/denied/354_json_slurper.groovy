revision 'd354'

upgrade {
    execute new groovy.json.JsonSlurper().parseText('1').toString()
}
downgrade { }
