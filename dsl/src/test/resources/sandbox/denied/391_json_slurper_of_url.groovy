import groovy.json.JsonSlurper

revision 'd391'

upgrade {
    execute new JsonSlurper().parse('http://localhost'.toURL()).toString()
}
downgrade { }
