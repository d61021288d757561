package dev.retort


/** An author's SQL with many rows of parameters; a subclass names the database. */
abstract class ExecuteRowsSpec extends DatabaseSpec {

    def setup() {
        database.execute('CREATE TABLE t (id integer PRIMARY KEY, name varchar(20), n integer)')
    }

    RunResult upgrade(String words) {
        project.revision('a', [], "upgrade { $words }\nirreversible 'no'")
        project.on(database).build().upgrade('head')
    }

    String failure(String words) {
        try {
            upgrade(words)
        } catch (RetortException e) {
            return e.problems()*.toString().join('\n')
        }
        throw new AssertionError('it went well' as Object)
    }

    List rows() {
        database.rows('SELECT id, name, n FROM t ORDER BY id')
    }

    def "ten thousand rows are a few statements, outside a transaction too"() {
        when:
        def result = upgrade("$open execute 'INSERT INTO t VALUES (:id, :name, :n)', (1..10000).collect { [id: it, name: \"row \$it\", n: null] } $close")

        then:
        result.steps()[0].statements() == 5
        database.rows('SELECT count(*), min(id), max(id), count(n) FROM t') == [[10_000, 1, 10_000, 0]]
        database.rows("SELECT id FROM t WHERE name = 'row 7777'") == [[7777]]

        where:
        open           | close
        ''             | ''
        'autocommit {' | '}'
    }

    def "maps, and lists of them, are JSON in every value, #how"() {
        given:
        def json = database.dialect == 'postgresql' ? 'json' : 'text'
        database.execute("CREATE TABLE j (id integer PRIMARY KEY, data $json)")

        when:
        upgrade(words)

        then:
        database.rows('SELECT data FROM j').flatten()*.toString()*.replace(' ', '') == ['{"a":[1,2.5,null],"b":{"c":"it\'s"}}', '[{"d":"2026-01-02"}]']

        where:
        how << ['bulkInsert', 'insert', 'execute', 'execute with rows', 'update']
        data = "[a: [1, 2.5, null], b: [c: 'it\\'s']]"
        list = '[[d: LocalDate.of(2026, 1, 2)]]'
        words = [
            bulkInsert         : "bulkInsert 'j', [[id: 1, data: $data], [id: 2, data: $list]]",
            insert             : "table('j').insert(id: 1, data: $data); table('j').insert(id: 2, data: $list)",
            execute            : "execute 'INSERT INTO j VALUES (1, :v)', v: $data; execute 'INSERT INTO j VALUES (2, :v)', v: $list",
            'execute with rows': "execute 'INSERT INTO j VALUES (:id, :v)', [[id: 1, v: $data], [id: 2, v: $list]]",
            update             : "bulkInsert 'j', [[id: 1], [id: 2]]; table('j').where(id: 1).update(data: $data); table('j').where(id: 2).update(data: $list)"
        ][how]
    }

    def "rows may be updated and deleted, and each row is seen by the next"() {
        given:
        database.execute("INSERT INTO t VALUES (1, 'a', 0), (2, 'b', 0), (3, 'c', 0)")

        when:
        upgrade('''
            execute 'UPDATE t SET n = n + :by, name = :name WHERE id = :id', [
                [id: 1, by: 1, name: null], [by: 10, id: 1, name: 'x'], [id: 2, by: 5, name: null], [id: 9, by: 1, name: 'none']]
            execute 'DELETE FROM t WHERE id = :id', [[id: 3], [id: 4]]
            execute 'DELETE FROM t WHERE id = :id', []
        ''')

        then:
        rows() == [[1, 'x', 11], [2, null, 5]]
    }

    def "several statements are run for a row before the next one's"() {
        when:
        upgrade('''
            execute "INSERT INTO t (id, n) SELECT :id, count(*) FROM t; UPDATE t SET name = 'no ' || id WHERE id = :id", [[id: 1], [id: 2], [id: 3]]
        ''')

        then:
        rows() == [[1, 'no 1', 0], [2, 'no 2', 1], [3, 'no 3', 2]]
    }

    def "statements that answer are run for each row: #sql"() {
        when:
        upgrade("execute '$sql', [[id: 1], [id: 2]]")

        then:
        rows()*.first() == left

        where:
        sql                                                             || left
        'SELECT abs(:id)'                                               || []
        'INSERT INTO t (id) VALUES (:id) RETURNING id'                  || [1, 2]
        'WITH x AS (SELECT 1 AS a) INSERT INTO t (id) SELECT :id FROM x' || [1, 2]
    }

    def "the row that the database refuses is named: #what"() {
        given:
        database.execute("INSERT INTO t VALUES (7, 'there', 0)")

        when:
        def said = failure("execute '$sql', (1..$count).collect { $row }")

        then:
        said.contains("migrations/a.groovy:4")
        said =~ /Revision a \(upgrade\) failed: Row $number: /
        rows() == [[7, 'there', 0]]

        where:
        what                         | count | sql                                                    | row                                                            || number
        'the only one'               | 2     | 'INSERT INTO t (id) VALUES (:id)'                      | '[id: it + 5]'                                                 || 2
        'among many'                 | 10000 | 'INSERT INTO t (id) VALUES (:id)'                      | '[id: it < 6543 ? it + 100 : it == 6543 ? 7 : it + 100]'       || 6543
        'the last of a thousand'     | 3000  | 'INSERT INTO t (id) VALUES (:id)'                      | '[id: it == 1000 ? 7 : it + 100]'                              || 1000
        'the first of the next'      | 3000  | 'INSERT INTO t (id) VALUES (:id)'                      | '[id: it == 1001 ? 7 : it + 100]'                              || 1001
        'the first of a slice'       | 4001  | 'INSERT INTO t (id) VALUES (:id)'                      | '[id: it == 4001 ? 7 : it + 100]'                              || 4001
        'where it answers'           | 50    | 'INSERT INTO t (id) VALUES (:id) RETURNING id'         | '[id: it == 33 ? 7 : it + 100]'                                || 33
        'of several statements'      | 50    | 'DELETE FROM t WHERE id = 0; INSERT INTO t (id) VALUES (:id)' | '[id: it == 33 ? 7 : it + 100]'                         || 33
    }

    def "a row that lacks a value, or has one too many, is named before it is run"() {
        expect:
        failure("execute 'INSERT INTO t (id, n) VALUES (:id, :n)', [[id: 1, n: 1], $row]").contains("Row 2: $sentence")
        rows() == []

        where:
        row                      || sentence
        '[id: 2]'                || 'The SQL names :n, which was given no value.'
        '[id: 2, n: 1, m: 3]'    || 'The value m: is not used by the SQL.'
        "[id: 2, n: sql('1')]"   || 'The value n: is SQL, which cannot be bound'
    }

    def "a fault in the text is told once, with its place and no row"() {
        when:
        def said = failure("execute 'INSERT INTO nowhere VALUES (:id)', [[id: 1], [id: 2]]")

        then:
        said.contains('nowhere')
        !said.contains('Row')
    }

    def "one row has no number"() {
        given:
        database.execute('INSERT INTO t (id) VALUES (7)')

        expect:
        !failure("execute 'INSERT INTO t (id) VALUES (:id)', [[id: 7]]").contains('Row')
    }

    def "a script of SQL has a statement for each row"() {
        given:
        project.revision('a', [], """
            upgrade { execute 'INSERT INTO t VALUES (:id, :name, NULL)', (1..2500).collect { [id: it, name: "o'\$it"] } }
            irreversible 'no'""")
        def sql = new StringBuilder()

        when:
        project.on(database).build().upgradeSql('head', sql)

        then:
        sql.toString().readLines().findAll { it.startsWith('INSERT INTO t VALUES') } ==
                (1..2500).collect { "INSERT INTO t VALUES ($it, 'o''$it', NULL);".toString() }
    }
}
