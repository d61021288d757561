import groovy.json.JsonSlurper

revision 'd390'

upgrade {
    execute new JsonSlurper().parse(new File('/etc/hostname')).toString()
}
downgrade { }
