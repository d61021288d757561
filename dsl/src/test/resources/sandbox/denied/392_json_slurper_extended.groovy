import groovy.json.JsonSlurper

revision 'd392'

upgrade {
    execute new Reader2().parseText('1').toString()
}
downgrade { }

class Reader2 extends JsonSlurper {
}
