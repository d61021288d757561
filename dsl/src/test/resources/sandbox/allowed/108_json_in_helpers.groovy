revision 'a108'

upgrade {
    assert emails('[{"email": "A@x.org"}, {"email": null}, {"other": 1}]') == ['a@x.org']
    assert new Settings('{"theme": "dark"}').theme() == 'dark' 
    execute 'SELECT 1'
}
downgrade { }

static List<String> emails(String json) {
    Json.array(json).collect { Json.at(it, 'email') as String }.findAll().collect { it.toLowerCase() }
}

class Settings {
    private final Map<String, Object> values
    Settings(String json) { values = Json.object(json) }
    String theme() { values.getOrDefault('theme', 'light') as String }
}
