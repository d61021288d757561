import groovy.json.JsonOutput

revision 'd395'

upgrade {
    Map<String, Object> m = [:]
    m.put('m', m)
    execute JsonOutput.toJson(m)
}
downgrade { }
