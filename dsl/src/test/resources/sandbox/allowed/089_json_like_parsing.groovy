revision 'a089'

upgrade {
    String json = '{"a": 1, "b": "x"}'
    Map<String, String> m = [:]
    json.findAll(/"(\w+)":\s*"?(\w+)"?/) { List<String> g -> m[g[1]] = g[2] }
    assert m == [a: '1', b: 'x']
    execute 'SELECT 1'
}
downgrade { }
