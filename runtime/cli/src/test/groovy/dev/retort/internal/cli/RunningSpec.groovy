package dev.retort.internal.cli

/** The commands that change the database: upgrade, downgrade, stamp, ensure-version; and plan, which does not. */
@spock.lang.Tag('database')
class RunningSpec extends CommandSpec {

    def "the log line of each step goes to standard error on #dialect"() {
        given:
        chain()
        on(dialect)

        expect:
        with(retort('upgrade head')) {
            exit == 0
            out == ''
            err == '''\
                INFO  [retort.upgrade] Running upgrade  -> a1, Create users
                INFO  [retort.upgrade] Running upgrade a1 -> b1, Add names
                INFO  [retort.upgrade] Running upgrade b1 -> c1, Create tags
                '''.stripIndent()
        }
        with(retort('upgrade head')) { [exit, out, err] == [0, '', 'Nothing to do: the database is at c1.\n'] }
        with(retort('downgrade')) {
            [exit, out, err] == [0, '', 'INFO  [retort.downgrade] Running downgrade c1 -> b1, Create tags\n']
        }
        with(retort('downgrade base -q')) { [exit, out, err] == [0, '', ''] }
        with(retort('downgrade base')) { [exit, out, err] == [0, '', 'Nothing to do: the database is at base.\n'] }

        where:
        dialect << DIALECTS
    }

    def "what changes the database says which one that is on #dialect, unless it is to be quiet"() {
        given:
        chain()
        on(dialect)
        def place = database.jdbcUrl.replaceFirst('jdbc:(sqlite:|postgresql://)', '').replaceFirst('[?].*', '')

        expect:
        ['upgrade a1', 'upgrade a1', 'upgrade b1 --json', 'stamp c1', 'ensure-version', 'downgrade', 'repair x', 'restore nowhere --yes'].every { line ->
            retort(line).database == "Database $place (DATABASE_URL)\n"
        }
        retort('upgrade head -q').database == ''
        retort('status').database == ''
        retort('heads').database == ''
        retort('current').database == ''

        where:
        dialect << DIALECTS
    }

    def "what names another database is named as not used, also by a command that only looks"() {
        given:
        chain()
        on('sqlite')
        project.home.resolve('retort.toml').toFile().text = """
            url = "postgresql://app:s3cret@localhost/shop"
            [env.dev]
            url = "sqlite:///dev.db"
            """.stripIndent()

        expect:
        retort('status').database == "Database ${database.jdbcUrl - 'jdbc:sqlite:'} (DATABASE_URL); not used: the URL of retort.toml:2:1\n"
        with(retort('--env dev upgrade head')) {
            exit == 0
            delegate.database.endsWith('/dev.db (retort.toml:4:1); not used: the URL of DATABASE_URL\n')
        }
        project.home.resolve('dev.db').toFile().exists()
        everything() == []
    }

    def "a run as the server's superuser warns on standard error, once, and only when it has something to do"() {
        given:
        chain()
        on('postgresql')
        variables.remove('RETORT_ROLE_WARNING')

        when:
        def run = retort('upgrade a1 -q')

        then:
        run.exit == 0
        run.out == ''
        run.err.startsWith('WARN  [retort.run] The role "')
        run.err.contains('" is a superuser, or may become one: its migrations can run programs')
        run.err.readLines().size() == 1

        expect:
        retort('upgrade a1 -q').err == ''
        retort('current').err == ''
    }

    def "targets lead where they should on #dialect: #lines"() {
        given:
        chain()
        project.table('deep1', ['c1'])
        on(dialect)

        when:
        retorts(*lines)

        then:
        versionRows() == rows
        tables() == left

        where:
        [dialect, [lines, rows, left]] << [DIALECTS, [
                [['upgrade +1'], ['a1'], ['users']],
                [['upgrade +2'], ['b1'], ['users']],
                [['upgrade deep'], ['deep1'], ['t_deep1', 'tags', 'users']],
                [['upgrade a1+2'], ['c1'], ['tags', 'users']],
                [['upgrade head', 'downgrade'], ['c1'], ['tags', 'users']],
                [['upgrade head', 'downgrade -1'], ['c1'], ['tags', 'users']],
                [['upgrade heads', 'downgrade -3'], ['a1'], ['users']],
                [['upgrade head', 'downgrade b1'], ['b1'], ['users']],
                [['upgrade head', 'downgrade head-2'], ['b1'], ['users']],
                [['upgrade head', 'downgrade base'], [], []],
                [['stamp b1', 'stamp base', 'upgrade +1'], ['a1'], ['users']],
        ]].combinations()
    }

    def "a backup is made before the first step, and the log says so"() {
        given:
        chain()
        on('sqlite')
        retorts('upgrade a1')
        def saved = project.home.resolve('before.db')

        expect:
        with(retort('upgrade head --backup before.db')) {
            exit == 0
            out == ''
            err ==~ /INFO  \[retort\.backup] Backup written to .*before\.db \(\d+ bytes\); to go back: sqlite3 \S+spec\.db .*before\.db.*\n(?s).*Running upgrade a1 -> b1.*/
        }
        with(retort('downgrade base --backup before.db')) {
            exit == 2
            out == ''
            err == "error: The backup $saved is there already, and is not overwritten. Name another file.\n"
        }
        with(retort('downgrade b1 --backup second.db --json -q')) {
            exit == 0
            json.backup == project.home.resolve('second.db').toString()
        }
        with(retort('downgrade base --sql --backup third.db')) {
            exit == 2
            out == ''
            err == 'error: --sql changes nothing, so there is nothing to back up. Leave --backup out, or --sql.\n'
        }
        versionRows() == ['b1']
        project.home.toFile().list().findAll { it.endsWith('.db') }.sort() == ['before.db', 'second.db']
    }

    def "a run as a document"() {
        given:
        chain()
        on('sqlite')

        when:
        def outcome = retort('upgrade b1 --json -q')

        then:
        outcome.err == ''
        with(outcome.json) {
            from == []
            rows == ['b1']
            steps*.revision == ['a1', 'b1']
            steps*.downRevisions == [[], ['a1']]
            steps*.message == ['Create users', 'Add names']
            steps*.direction == ['upgrade', 'upgrade']
            steps*.rows == [['a1'], ['b1']]
            steps.every { it.statements == 1 && it.milliseconds >= 0 }
        }
        retort('downgrade --json').json.steps*.direction == ['downgrade']
        retort('stamp c1 --json').json ==
                [from: ['a1'], steps: [], rows: ['c1'], stamped: ['b1', 'c1'], backup: null, database: database.jdbcUrl - 'jdbc:sqlite:']
        retort('ensure-version --json').json == [created: false]
    }

    def "a target that does not lead there is refused: #line"() {
        given:
        chain()
        on('sqlite')
        retorts('upgrade b1')

        expect:
        with(retort(line)) {
            exit == code
            out == ''
            err == "error: $message\n"
        }
        versionRows() == ['b1']

        where:
        line            | code || message
        'downgrade -5'  | 3    || '"-5" leads too far: there are only 2 steps from "b1" to the base. To see what there is: retort history'
        'downgrade +1'  | 3    || '"+1" does not lead down. To go forward: retort upgrade +N'
        'upgrade -1'    | 3    || '"-1" does not lead up. To go back: retort downgrade -N'
        'upgrade +2'    | 3    || '"+2" leads too far: there is only 1 revision above "b1". To see what there is: retort history'
        'upgrade xyzzy' | 3    || 'There is no revision "xyzzy" among the 3 scripts in migrations. They are listed by: retort history'
        'upgrade a1:b1' | 2    || '"a1:b1" is not a target. A range is for --sql; without it, name just where to go.'
        'downgrade c1'  | 3    || 'The revision "c1" is not applied, so that a downgrade cannot lead to it. To see what is applied: retort current'
    }

    def "branches on #dialect: what is ambiguous is refused, with the commands that are not"() {
        given:
        project.table('root').table('left', ['root'], "branchLabels 'billing'").table('right', ['root'])
        on(dialect)

        expect:
        with(retort('upgrade head')) {
            exit == 3
            err == 'error: There are several heads for "head": "left" (migrations/left.groovy), "right" (migrations/right.groovy). ' +
                    'Name one (billing@head, right), take all with heads, or join them: retort merge left right\n'
        }
        everything() == []

        when:
        retorts('upgrade billing@head')

        then:
        versionRows() == ['left']

        when:
        retorts('upgrade heads')
        def ambiguous = retort('downgrade -1')

        then:
        versionRows() == ['left', 'right']
        ambiguous.exit == 3
        ambiguous.err.contains('billing@-1')
        versionRows() == ['left', 'right']

        when:
        retorts('downgrade billing@-1')

        then:
        versionRows() == ['right']

        when:
        retorts('downgrade base')

        then:
        versionRows() == []
        tables() == []

        where:
        dialect << DIALECTS
    }

    def "several dependencies come first on #dialect"() {
        given:
        project.table('one').table('two').table('app', [], "dependsOn 'one', 'two'")
        on(dialect)

        expect:
        retort('upgrade app').err.readLines()*.replaceAll(/.* -> (\w+),.*/, '$1') == ['two', 'one', 'app']
        versionRows() == ['app']

        where:
        dialect << DIALECTS
    }

    def "stamp marks without running on #dialect"() {
        given:
        chain()
        on(dialect)

        expect:
        with(retort('stamp head')) { [exit, out, err] == [0, '', 'Stamped <base> -> c1\n'] }
        with(retort('stamp head')) { [exit, out, err] == [0, '', 'Nothing to do: the database is at c1.\n'] }
        with(retort('stamp a1')) { [exit, out, err] == [0, '', 'Stamped c1 -> a1\n'] }
        versionRows() == ['a1']
        tables() == []

        when:
        database.execute("UPDATE retort_version SET version_num = 'gone'")
        def refused = retort('stamp head')

        then:
        refused.exit == 3
        refused.err == 'error: The version table names the revision "gone", which is not among the 3 scripts in migrations. ' +
                'Use the release that has its script, or restore it: retort log gone --script prints what the history keeps. Only if it is gone for good: retort stamp --purge <revision>\n'
        versionRows() == ['gone']
        retort('stamp --purge head').err == 'Stamped gone -> c1\n'
        versionRows() == ['c1']

        where:
        dialect << DIALECTS
    }

    def "ensure-version makes the tables once on #dialect, without any script"() {
        given:
        on(dialect)

        expect:
        with(retort('ensure-version')) { [exit, out, err] == [0, '', 'Created the tables of Retort.\n'] }
        everything() == ['retort_history', 'retort_version']
        with(retort('ensure_version')) { [exit, out, err] == [0, '', 'Nothing to do: the tables are there.\n'] }

        where:
        dialect << DIALECTS
    }

    def "a plan says what would be done and does nothing on #dialect"() {
        given:
        chain()
        on(dialect)

        expect:
        retort('plan upgrade b1').out == '''\
            Upgrade <base> -> a1, Create users
            Upgrade a1 -> b1, Add names
            The database would be at b1.
            '''.stripIndent()
        retort('plan downgrade -1 --from c1').out == '''\
            Downgrade c1 -> b1, Create tags
            The database would be at b1.
            '''.stripIndent()
        retort('plan stamp b1').out == 'The database would be at b1.\n'
        with(retort('plan upgrade b1 --from b1')) { [exit, out, err] == [0, '', 'Nothing to do: the database is at b1.\n'] }
        retort('plan upgrade head --from a1 --json').json == [
                command: 'upgrade', target: 'head', from: ['a1'], rows: ['c1'],
                steps: [[revision: 'b1', direction: 'up', rows: ['b1']], [revision: 'c1', direction: 'up', rows: ['c1']]]]
        with(retort('plan upgrade a1 b1')) {
            exit == 2
            err == 'error: The command upgrade takes one target, not 2. To upgrade to several heads, write: retort plan upgrade heads\n'
        }
        everything() == []

        where:
        dialect << DIALECTS
    }

    def "arguments reach the scripts, the last one of a key counts"() {
        given:
        project.revision('a', [], '''
            upgrade { createTable(argument('name') ?: 'none') { column 'id', integer } }
            downgrade { dropTable argument('name') ?: 'none' }''')
        on('sqlite')

        expect:
        retort('-x name=first upgrade head -x name=second').exit == 0
        tables() == ['second']
    }

    def "-v logs every statement"() {
        given:
        chain()
        on('sqlite')

        expect:
        retort('upgrade head -v').err.contains('CREATE TABLE users')
    }

    def "after a failure the repaired revision goes on on #dialect"() {
        given:
        chain()
        project.revision('d1', ['c1'], '''
            upgrade {
                createTable('half') { column 'id', integer }
                execute 'INSERT INTO nowhere VALUES (1)'
            }
            downgrade { dropTable 'half' }''')
        project.table('e1', ['d1'])
        on(dialect)

        when:
        def failed = retort('upgrade head')

        then:
        failed.exit == 1
        failed.err.contains('Nothing of this revision was kept; the database is at c1.')
        versionRows() == ['c1']
        tables() == ['tags', 'users']

        when:
        project.table('d1', ['c1'])
        def repaired = retort('upgrade head')

        then:
        repaired.exit == 0
        repaired.err.readLines().size() == 2
        versionRows() == ['e1']

        where:
        dialect << DIALECTS
    }
}
