revision 'd393'

upgrade {
    execute new groovy.json.JsonSlurperClassic().parseText('1').toString()
}
downgrade { }
