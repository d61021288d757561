revision 'a133'

import groovy.json.JsonOutput
import groovy.json.JsonSlurper

upgrade {
    def document = new JsonSlurper().parseText('{"a": [1, 2], "b": {"c": "d"}}')
    assert Json.at(document, 'b', 'c') == 'd'
    assert JsonOutput.toJson(document) == '{"a":[1,2],"b":{"c":"d"}}'
    assert groovy.json.JsonOutput.toJson([1, null, 'x']) == '[1,null,"x"]'
    execute 'SELECT 1'
}
downgrade { }
