package dev.retort.internal.cli

import dev.retort.internal.dialect.Dialects
import dev.retort.internal.sql.SqlScript
import dev.retort.internal.testing.InSchema
import dev.retort.internal.testing.StorySpec
import dev.retort.internal.testing.TestDatabase

/** The SQL that is written down leads where the online run leads. */
@spock.lang.Tag('database')
class SqlScriptsSpec extends CommandSpec {

    TestDatabase online

    def cleanup() {
        online?.close()
    }

    /** A chain with what is hard to write down: data, quotes, rebuilds, comments at the end, a branch and a merge. */
    private void project(String dialect) {
        on(dialect)
        online = TestDatabase.of(dialect)
        project.revision('a1', [], '''
            upgrade {
                createTable('users') {
                    column 'id', integer, primaryKey: true
                    column 'name', varchar(40), nullable: false
                    column 'age', integer, default: 18
                }
                bulkInsert 'users', [[id: 1, name: "O'Neil; -- 'x'", age: 3], [id: 2, name: 'Zoë "Z" \\\\ $1 ?', age: null]]
                execute 'UPDATE users SET age = 5 WHERE id = 2 -- the younger one'
            }
            downgrade { dropTable 'users' }''')
        project.revision('b1', ['a1'], '''
            upgrade {
                addColumn 'users', 'email', text
                execute 'UPDATE users SET email = :email WHERE id = :id', email: 'a:b@c; d', id: 2
                batchAlterTable('users') {
                    alterColumn 'age', nullable: false
                    dropColumn 'email'
                }
                createIndex 'ix_users_name', 'users', ['name']
            }
            downgrade {
                dropIndex 'ix_users_name', 'users'
                batchAlterTable('users') { alterColumn 'age', nullable: true }
            }''')
        project.table('left', ['b1'])
        project.table('right', ['b1'])
        project.table('both', ['left', 'right'])
        project.revision('e1', ['both'], """
            upgrade { table('users').where(id: 1).update(name: 'new\\\\nline') }
            downgrade { table('users').where(id: 1).update(name: 'old') }""")
    }

    def "upgrade and downgrade from where the database is on #dialect"() {
        given:
        project(dialect)

        when: 'up in two parts'
        apply('upgrade b1 --sql')
        onlineRun('upgrade b1')

        then:
        same()

        when:
        apply('upgrade head --sql')
        onlineRun('upgrade head')

        then:
        same()
        versionRows() == ['e1']

        when: 'nothing is left to do'
        def nothing = retort('upgrade head --sql')

        then:
        [nothing.exit, nothing.out, nothing.err] == [0, '', 'Nothing to do: no SQL was written.\n']

        when: 'and down'
        apply(down + ' --sql')
        onlineRun(down)

        then:
        same()

        when:
        apply('downgrade base --sql')
        onlineRun('downgrade base')

        then:
        same()
        tables() == []

        where:
        [dialect, down] << [DIALECTS, ['downgrade -1', 'downgrade left', 'downgrade a1']].combinations()
    }

    def "upgrade and downgrade between revisions that are named ask no database, on #dialect"() {
        given:
        project(dialect)
        def scripts = {
            String url = variables.DATABASE_URL
            variables.DATABASE_URL = url.replaceAll(/localhost:\d+/, 'host.invalid').replaceAll(/\/[^\/]*spec.db/, '/none.db')
            def texts = ['upgrade base:left', 'upgrade left:head', 'downgrade head:b1', 'downgrade b1:base'].collect { line ->
                def outcome = retort("$line --sql")
                assert outcome.exit == 0 : outcome.err
                assert outcome.err == ''
                outcome.out
            }
            variables.DATABASE_URL = url
            texts
        }()

        expect:
        [scripts, ['upgrade left', 'upgrade head', 'downgrade b1', 'downgrade base']].transpose().each { script, line ->
            run(script)
            onlineRun(line)
            same()
        }

        where:
        dialect << DIALECTS
    }

    def "stamp and ensure-version on #dialect"() {
        given:
        project(dialect)

        when:
        apply('ensure-version --sql')
        onlineRun('ensure-version')

        then:
        everything() == ['retort_history', 'retort_version']

        expect:
        ['stamp left', 'stamp left right', 'stamp b1', 'stamp base', 'stamp head'].each { line ->
            apply("$line --sql")
            onlineRun(line)
            same()
        }

        when:
        run(retort('stamp head:a1 --sql').out)
        onlineRun('stamp a1')

        then:
        same()
        versionRows() == ['a1']

        where:
        dialect << DIALECTS
    }

    def "SQL is all that is on standard output, and it changes nothing, on #dialect"() {
        given:
        project(dialect)

        when:
        def outcome = retort('upgrade a1 --sql')

        then:
        outcome.exit == 0
        outcome.err == ''
        outcome.out.contains('-- Running upgrade  -> a1, Do a1\n')
        everything() == []

        where:
        dialect << DIALECTS
    }

    def "no half of a script is written on #dialect"() {
        given:
        project(dialect)
        project.revision('f1', ['e1'], "upgrade { throw new IllegalStateException('Not today') }\nirreversible 'never'")

        expect:
        with(retort('upgrade head --sql')) {
            exit == 1
            out == ''
            err == 'error: migrations/f1.groovy:4: Revision f1 (upgrade) failed: Not today. No SQL was written.\n'
        }

        where:
        dialect << DIALECTS
    }

    def "what --sql cannot be: #line"() {
        given:
        chain()
        on('sqlite')

        expect:
        with(retort(line)) {
            exit == code
            out == ''
            err == "error: $message\n"
        }

        where:
        line                             | code || message
        'upgrade a1: --sql'              | 2    || 'The range "a1:" has no end. Write from:to, as in base:head.'
        'upgrade a1:b1:c1 --sql'         | 2    || '"a1:b1:c1" is not a range. Ranges are: <start>:<end>, <start>: and :<end>.'
        'upgrade nothing:head --sql'     | 3    || 'There is no revision "nothing" among the 3 scripts in migrations. They are listed by: retort history'
        'downgrade head:+1 --sql'        | 3    || '"+1" does not lead down. To go forward: retort upgrade +N'
        'stamp head --sql --purge'       | 2    || '--purge cannot go with --sql. Leave one of them out.'
    }

    private void apply(String line) {
        def outcome = retort(line)
        assert outcome.exit == 0 : outcome.err
        run(outcome.out)
    }

    private void run(String script) {
        def syntax = Dialects.ofUrl(database.jdbcUrl).dialect().spelling().syntax()
        database.execute(*SqlScript.split(script, syntax)*.sql())
    }

    private void onlineRun(String line) {
        variables.DATABASE_URL = online.jdbcUrl
        retorts(line)
        variables.DATABASE_URL = database.jdbcUrl
    }

    private void same() {
        assert StorySpec.schema(database) == StorySpec.schema(online)
        assert content(database) == content(online)
    }

    private static Map<String, List> content(TestDatabase database) {
        def queries = [
                retort_version: 'version_num',
                retort_history: 'revision, direction, message, outcome, error, checksum, meaning_checksum, checksum_algorithm']
        InSchema.tables(StorySpec.schema(database)).keySet().each { queries[it] = '*' }
        queries.collectEntries { table, columns ->
            [table, database.rows("SELECT $columns FROM $table ORDER BY ${table == 'retort_history' ? 'id' : '1'}")]
        }
    }
}
