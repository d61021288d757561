revision 'a122'

upgrade {
    Query q = Query.of { Query made -> made.from('t').where('a', 1).where('b', 2) }
    assert q.text() == 'SELECT * FROM t WHERE a = 1 AND b = 2'
    Query tapped = new Query().tap {
        from('u')
        where('c', 3)
    }
    assert tapped.text() == 'SELECT * FROM u WHERE c = 3'
    String said = new Query().with {
        from('v')
        text()
    }
    assert said == 'SELECT * FROM v' 
    execute 'SELECT 1'
}
downgrade { }

class Query {
    private String table
    private final List<String> conditions = []

    static Query of(Closure<?> body) {
        Query query = new Query()
        body.call(query)
        query
    }

    Query from(String name) {
        table = name
        this
    }

    Query where(String column, Object value) {
        conditions << "$column = $value".toString()
        this
    }

    String text() { "SELECT * FROM $table" + (conditions ? ' WHERE ' + conditions.join(' AND ') : '') }
}
