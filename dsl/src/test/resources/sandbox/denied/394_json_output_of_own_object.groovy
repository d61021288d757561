import groovy.json.JsonOutput

revision 'd394'

upgrade {
    execute JsonOutput.toJson(new Own())
}
downgrade { }

class Own {
    String getSecret() { throw new IllegalStateException("called") }
}
