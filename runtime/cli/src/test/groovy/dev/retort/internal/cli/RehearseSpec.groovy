package dev.retort.internal.cli

import dev.retort.internal.testing.DatabaseImage

/** {@code --rehearse} as it is typed, and what it prints. */
@spock.lang.Tag('database')
class RehearseSpec extends CommandSpec {

    void prepared(String dialect) {
        on(dialect)
        chain()
        retorts('upgrade a1')
        database.execute('INSERT INTO users VALUES (1), (2)')
    }

    /** Without what is another each time. */
    /** The column of times is as wide as the longest one, which moves what is aligned by it. */
    static String timeless(String text) {
        text.replaceAll(/ *\b(\d+ ms|\d+\.\d s)\b/, ' N ms').replaceAll(/(?m)^ +(?=TIME|warning:)/, '  ')
    }

    def "it prints a line for each statement, and nothing is changed, on PostgreSQL"() {
        given:
        prepared('postgresql')
        def before = DatabaseImage.of(database)

        when:
        def outcome = retort('upgrade head --rehearse')

        then:
        outcome.exit == 0
        timeless(outcome.out) == '''\
              TIME  ROWS  LOCKS                   SQL
            Upgrade a1 -> b1, Add names ( N ms)
             N ms     0  ACCESS EXCLUSIVE users  ALTER TABLE users ADD COLUMN name text
              warning: ACCESS EXCLUSIVE keeps readers and writers of users waiting until the revision ends, N ms
            Upgrade b1 -> c1, Create tags ( N ms)
              Locked already, so that it does not show below: ACCESS EXCLUSIVE users
             N ms     0                          CREATE TABLE tags ( id integer NOT NULL, CONSTRAINT pk_tags…
            All of it works. It was rolled back; the database is at a1.
            '''.stripIndent()
        outcome.err.contains('Rehearsing upgrade a1 -> b1, Add names')
        DatabaseImage.of(database) == before
        versionRows() == ['a1']
    }

    def "it prints a line for each statement, and nothing is changed, on SQLite"() {
        given:
        prepared('sqlite')
        project.revision('d1', ['c1'], """
            upgrade {
                alterColumn 'users', 'name', nullable: true, type: varchar(20)
                execute 'DELETE FROM users'
            }
            irreversible 'no'""")
        def before = DatabaseImage.of(database)
        def bytes = new File(database.jdbcUrl - 'jdbc:sqlite:').bytes

        when:
        def outcome = retort('upgrade head --rehearse')
        def lines = timeless(outcome.out).readLines()

        then:
        outcome.exit == 0
        !lines[0].contains('LOCKS')
        lines.any { it ==~ /.* N ms +2  DELETE FROM users/ }
        lines.any { it.endsWith('ALTER TABLE _retort_new_users RENAME TO users') }
        lines.any { it.strip() == 'warning: all rows of users are written again, 4.0 kB' }
        lines.last() == 'All of it works. It was done on a copy, which is removed; the database is at a1.'
        DatabaseImage.of(database) == before
        new File(database.jdbcUrl - 'jdbc:sqlite:').bytes == bytes
    }

    def "the way down is rehearsed by downgrade, on #dialect"() {
        given:
        on(dialect)
        chain()
        retorts('upgrade head')

        when:
        def outcome = retort('downgrade base --rehearse')

        then:
        outcome.exit == 0
        timeless(outcome.out).readLines().findAll { it.startsWith('Downgrade') } ==
                ['Downgrade c1 -> b1, Create tags ( N ms)', 'Downgrade b1 -> a1, Add names ( N ms)', 'Downgrade a1 -> <base>, Create users ( N ms)']
        versionRows() == ['c1']

        and: 'without a target it is one'
        retort('downgrade --rehearse').out.count('Downgrade ') == 1

        where:
        dialect << DIALECTS
    }

    def "where a statement fails, what came before is told, the error, and the code of the run, on #dialect"() {
        given:
        prepared(dialect)
        project.script('d1_more.groovy', "revision 'd1'\ndownRevision 'c1'\nupgrade {\n  execute 'UPDATE users SET id = id'\n  execute 'nonsense'\n}\nirreversible 'no'")

        when:
        def outcome = retort('upgrade head --rehearse')

        then:
        outcome.exit == 1
        outcome.out.contains('UPDATE users SET id = id')
        !outcome.out.contains('works')
        outcome.out.readLines().last().endsWith('; the database is at a1.')
        outcome.err.contains('error: migrations/d1_more.groovy:5: Revision d1 (upgrade) failed: ')
        outcome.err.contains('Nothing of the rehearsal was kept; the database is at a1.')
        versionRows() == ['a1']

        when:
        def document = retort('upgrade head --rehearse --json')

        then:
        document.exit == 1
        document.json.steps*.revision == ['b1', 'c1', 'd1']
        document.json.rows == ['c1']
        document.json.error.kind == 'Failed'
        document.json.error.problems[0].file == 'migrations/d1_more.groovy'
        document.json.error.problems[0].line == 5

        and: 'nothing of it is in the log'
        retort('log').out.count('failed') == 0

        where:
        dialect << DIALECTS
    }

    def "what is not rehearsed is told with the reason"() {
        given:
        prepared('postgresql')
        project.revision('d1', ['c1'], "upgrade {\n  createIndex 'ix_users_name', 'users', ['name'], concurrently: true\n  autocommit { execute 'VACUUM users' }\n}\nirreversible 'no'")

        when:
        def outcome = retort('upgrade head --rehearse')
        def lines = timeless(outcome.out).readLines()

        then:
        outcome.exit == 0
        lines.find { it.contains('CREATE INDEX') } ==~ / +-  +-  not rehearsed +CREATE INDEX CONCURRENTLY ix_users_name ON users \(name\)/
        lines*.strip().contains('the database does not run it in a transaction')
        lines*.strip().contains('it is in autocommit { }, where each statement is committed by itself')
        lines.last() == 'What was rehearsed works; 2 statements were not rehearsed. It was rolled back; the database is at a1.'

        and:
        with(retort('upgrade head --rehearse --json').json) {
            notRehearsed == 2
            steps[2].statements*.reason == ['the database does not run it in a transaction', 'it is in autocommit { }, where each statement is committed by itself']
            error == null
        }
    }

    def "nothing to do is said, on #dialect"() {
        given:
        on(dialect)
        chain()
        retorts('upgrade head')

        expect:
        with(retort('upgrade head --rehearse')) {
            exit == 0
            out == ''
            err == 'Nothing to do: the database is at c1.\n'
        }
        with(retort('upgrade head --rehearse --json')) {
            exit == 0
            json == [from: ['c1'], onCopy: dialect == 'sqlite', steps: [], rows: ['c1'], notRehearsed: 0, error: null]
        }

        where:
        dialect << DIALECTS
    }

    def "#line is refused"() {
        given:
        prepared('sqlite')

        when:
        def outcome = retort(line)

        then:
        outcome.exit == code
        outcome.out == ''
        outcome.err.contains(message)
        versionRows() == ['a1']

        where:
        line                                       | code || message
        'upgrade head --rehearse --sql'            | 2    || '--sql runs nothing, so there is nothing to rehearse. Leave one of them out.'
        'downgrade --rehearse --sql'               | 2    || '--sql runs nothing, so there is nothing to rehearse. Leave one of them out.'
        'upgrade head --rehearse --backup there'   | 2    || '--rehearse changes nothing, so there is nothing to back up. Leave one of them out.'
        'upgrade nope --rehearse'                  | 3    || 'There is no revision "nope" among the 3 scripts'
        'downgrade nope --rehearse'                | 3    || 'There is no revision "nope" among the 3 scripts'
        'upgrade base:head --rehearse'             | 2    || 'base:head'
        'plan upgrade head --rehearse'             | 2    || '--rehearse'
    }

    def "lines are cut to the width of the terminal"() {
        given:
        prepared('postgresql')
        variables.COLUMNS = '70'

        expect:
        retort('upgrade head --rehearse').out.readLines().findAll { !it.contains('warning: ') && !it.contains('rolled back') }.every { it.length() <= 70 }
    }

    def "a file that is not there is not made, and a server that is not there is told"() {
        given:
        chain()
        variables.DATABASE_URL = url

        when:
        def outcome = retort('upgrade head --rehearse')

        then:
        outcome.exit == code
        !project.home.resolve('none.db').toFile().exists()

        where:
        url                                  || code
        'sqlite:///none.db'                  || 0
        'postgresql://127.0.0.1:1/nowhere'   || 4
    }
}
