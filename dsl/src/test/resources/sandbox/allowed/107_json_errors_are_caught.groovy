revision 'a107'

upgrade {
    String said = ''
    try {
        Json.parse('{"a": 1,\n "b": }')
    } catch (IllegalArgumentException e) {
        said = e.message
    }
    assert said.startsWith('The JSON is wrong at 2:7: ')
    List<String> bad = ['', '[1', '[1]]', '{"a":1,"a":2}', "{'a':1}", '[01]', '[NaN]', '// x\n1', '[1,]', 'nul']
    List<String> told = bad.findAll { String text ->
        try {
            Json.parse(text)
            return false
        } catch (IllegalArgumentException e) {
            return e.message.contains('JSON')
        }
    }
    assert told == bad
    execute 'SELECT 1'
}
downgrade { }
