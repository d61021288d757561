package dev.retort


/** What a script asks of the catalog, and how many rows its statements changed; a subclass names the database. */
abstract class QuestionSpec extends DatabaseSpec {

    def "a script learns whether there is a table, a column, an index, a constraint"() {
        given:
        project.revision('a', [], """
            upgrade {
                createTable('users') {
                    column 'id', integer, primaryKey: true
                    column 'email', text
                    unique 'email', name: 'uq_users_email'
                    check "email <> ''", name: 'ck_email'
                    index 'email', name: 'ix_users_email'
                }
                createView 'people', 'SELECT id FROM users'
                createTable('answers') { column 'question', text }
                def note = { String question, boolean answer -> if (answer) { table('answers').insert(question: question) } }
                note('table', hasTable('users'))
                note('no table', hasTable('nothing'))
                note('view', hasTable('people'))
                note('column', hasColumn('users', 'email'))
                note('no column', hasColumn('users', 'name'))
                note('column of no table', hasColumn('nothing', 'email'))
                note('index', hasIndex('ix_users_email'))
                note('index of the table', hasIndex('ix_users_email', 'users'))
                note('index of another table', hasIndex('ix_users_email', 'answers'))
                note('no index', hasIndex('ix'))
                note('unique', hasConstraint('uq_users_email', 'users'))
                note('check', hasConstraint('ck_email', 'users'))
                note('constraint of another table', hasConstraint('ck_email', 'answers'))
                note('constraint of no table', hasConstraint('ck_email', 'nothing'))
            }
            irreversible 'no'""")

        when:
        project.retort(database).upgrade('head')

        then:
        column('SELECT question FROM answers') == ['table', 'column', 'index', 'index of the table', 'unique', 'check']
    }

    def "a statement says how many rows it changed"() {
        given:
        project.revision('a', [], """
            upgrade {
                createTable('t') { column 'n', integer }
                createTable('counts') { column 'what', text
                    column 'rows', integer }
                int inserted = execute 'INSERT INTO t VALUES (1), (2), (3)'
                int none = execute 'CREATE TABLE other (n integer)'
                int changed = execute 'UPDATE t SET n = n + :more WHERE n > 1', more: 10
                int several = execute('UPDATE t SET n = 0 WHERE n = :n', [[n: 12], [n: 13], [n: 99]])
                int two = execute 'UPDATE t SET n = 7 WHERE n = 1; CREATE TABLE third (n integer); DELETE FROM t WHERE n = 0'
                int updated = table('t').where(n: 7).update(n: 8)
                int deleted = table('t').delete()
                bulkInsert 'counts', [[what: 'inserted', rows: inserted], [what: 'none', rows: none], [what: 'changed', rows: changed],
                    [what: 'several', rows: several], [what: 'two', rows: two], [what: 'updated', rows: updated], [what: 'deleted', rows: deleted]]
            }
            irreversible 'no'""")

        when:
        project.retort(database).upgrade('head')

        then:
        column("SELECT what || ' ' || rows FROM counts") ==
                ['inserted 3', 'none 0', 'changed 2', 'several 2', 'two 3', 'updated 1', 'deleted 1']
    }

    def "a run that goes on after an interruption is given the answers of the first"() {
        given:
        def script = { String broken -> """
            upgrade {
                createTable('t') { column 'n', integer }
                boolean there = hasTable('later')
                int first = execute 'INSERT INTO t VALUES (1), (2)'
                int second = execute 'INSERT INTO t VALUES (3)'
                int third = execute 'INSERT INTO t VALUES (4)'
                query('SELECT n FROM t')
                int deleted = execute 'DELETE FROM t WHERE n < 4'
                autocommit { execute 'CREATE TABLE later (n integer)' }
                $broken
                createTable('result') { column 'what', text }
                table('result').insert(what: "\$there \$first \$second \$third \$deleted".toString())
            }
            irreversible 'no'""" }
        project.revision('a', [], script("execute 'INSERT INTO nowhere VALUES (1)'"))

        when:
        project.retort(database).upgrade('head')

        then:
        thrown(RetortException)

        when:
        project.revision('a', [], script(''))
        project.retort(database).upgrade('head')

        then:
        column('SELECT what FROM result') == ['false 2 1 1 3']
    }

    def "#word cannot be asked while SQL is only written, and has no place in change"() {
        given:
        project.revision('a', [], "upgrade { $word }\nirreversible 'no'")

        when:
        project.retort(database).upgradeSql('base:head', new StringBuilder())

        then:
        def offline = thrown(RetortException)
        offline.message.contains('This revision asks the database, which cannot be done while SQL is only written down.')

        when:
        project.revision('a', [], "change { $word }")
        project.retort(database).upgrade('head')

        then:
        def derived = thrown(RetortException)
        derived.message.contains("Inside change, ${word.takeWhile { it != ' ' }} cannot be undone")

        where:
        word << ["hasTable 't'", "hasColumn 't', 'c'", "hasIndex 'ix'", "hasConstraint 'ck', 't'"]
    }

    List<Object> column(String sql) {
        database.open().withCloseable { connection ->
            def rows = connection.createStatement().executeQuery(sql)
            def found = []
            while (rows.next()) {
                found << rows.getObject(1)
            }
            found
        }
    }
}
