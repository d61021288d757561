package dev.retort

import dev.retort.internal.testing.TestDatabase
import java.sql.DriverManager
import java.time.Duration
import java.util.concurrent.TimeUnit

@spock.lang.Tag('database')
class PostgresPoliteSpec extends PoliteSpec {

    TestDatabase newDatabase() {
        TestDatabase.postgresql()
    }

    void nameAs(def connection, String name) {
        connection.createStatement().execute("SET application_name = '$name'")
    }

    String refusal = 'canceling statement due to lock timeout [55P03]. In the way: pid '

    List<String> failed = ['failed']

    boolean namesReader(String sentence) {
        sentence.contains('app "the report"') && sentence.contains('idle in transaction') &&
                sentence.contains('last ran "SELECT count(*) FROM t"')
    }

    def "a revision's own header counts more than the run's settings"() {
        given:
        project.revision('c', ['b'], "ddlLockTimeout '150ms'\nstatementTimeout '7s'\n" + """
            upgrade {
                createTable('said') { column 'n', text }
                execute "INSERT INTO said SELECT setting FROM pg_settings WHERE name IN ('lock_timeout', 'statement_timeout') ORDER BY name"
                autocommit {
                    execute "INSERT INTO said SELECT setting FROM pg_settings WHERE name IN ('lock_timeout', 'statement_timeout') ORDER BY name"
                }
            }
            irreversible 'no'""")
        project.revision('d', ['c'], """
            upgrade { execute "INSERT INTO said SELECT setting FROM pg_settings WHERE name IN ('lock_timeout', 'statement_timeout') ORDER BY name" }
            irreversible 'no'""")

        when:
        polite('2500').build().upgrade('head')

        then:
        database.rows('SELECT n FROM said')*.first() == ['150', '7000', '150', '7000', '2500', '0']
    }

    def "zero leaves both to the database"() {
        given:
        project.revision('c', ['b'], """
            upgrade {
                createTable('said') { column 'n', text }
                execute "INSERT INTO said SELECT setting FROM pg_settings WHERE name IN ('lock_timeout', 'statement_timeout') ORDER BY name"
            }
            irreversible 'no'""")

        when:
        Retort.configure().url(database.jdbcUrl + '&options=-c%20lock_timeout=1234').home(project.home)
                .ddlLockTimeout(Duration.ZERO).build().upgrade('head')

        then:
        database.rows('SELECT n FROM said')*.first() == ['1234', '0']
    }

    def "a statement that takes too long fails, and is not tried again"() {
        given:
        project.revision('c', ['b'], "statementTimeout '200ms'\nupgrade { execute 'SELECT pg_sleep(20)' }\nirreversible 'no'")

        when:
        polite().build().upgrade('head')

        then:
        def failure = thrown(RetortException)
        failure.kind() == RetortException.Kind.FAILED
        failure.message.contains('canceling statement due to statement timeout [57014]')
        outcomes('c') == ['failed']
    }

    def "a concurrent index build waits as long as it takes, and is tried once"() {
        given:
        project.retort(database).upgrade('head')
        project.revision('c', ['b'], "upgrade { createIndex('i', 't', ['n'], concurrently: true) }\nirreversible 'no'")
        def writer = database.open()
        writer.autoCommit = false
        writer.createStatement().execute('INSERT INTO t (n) VALUES (1)')

        when:
        def run = running {
            Retort.configure().url(database.jdbcUrl + '&options=-c%20lock_timeout=100').home(project.home)
                    .ddlLockTimeout(Duration.ofMillis(100)).build().upgrade('head')
        }
        sleep 1500

        then:
        !run.done

        when:
        writer.commit()
        writer.close()

        then:
        run.get(30, TimeUnit.SECONDS).rows() == ['c'] as Set
        database.rows("SELECT indisvalid FROM pg_index WHERE indexrelid = 'i'::regclass") == [[true]]
    }

    def "what is committed by itself is not done again when its revision is tried again"() {
        given:
        project.retort(database).upgrade('head')
        project.revision('c', ['b'], """
            upgrade {
                autocommit { execute 'CREATE TABLE once (n integer)' }
                autocommit { execute 'INSERT INTO once VALUES (1)' }
                addColumn 't', 'k', integer
            }
            irreversible 'no'""")
        def first = reader()
        def run = running { polite('100').build().upgrade('head') }
        sleep 1200

        when:
        first.close()

        then:
        run.get(30, TimeUnit.SECONDS).rows() == ['c'] as Set
        database.rows('SELECT n FROM once') == [[1]]
    }

    def "over a single connection nobody can look who is in the way, and it is tried all the same"() {
        given:
        def first = reader()
        def connection = DriverManager.getConnection(database.jdbcUrl)

        when:
        Retort.configure().connection(connection).home(project.home)
                .ddlLockTimeout(Duration.ofMillis(100)).ddlLockTries(2).build().upgrade('head')

        then:
        def failure = thrown(RetortException)
        failure.kind() == RetortException.Kind.LOCK_TIMEOUT
        failure.message.contains('[55P03].')
        connection.createStatement().executeQuery('SHOW lock_timeout').with { next(); getString(1) } == '0'

        cleanup:
        first.close()
        connection.close()
    }
}
