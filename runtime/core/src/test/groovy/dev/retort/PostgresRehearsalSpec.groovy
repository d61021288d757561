package dev.retort

import dev.retort.RetortException.Kind
import dev.retort.internal.testing.TestDatabase
import java.time.Duration
import java.util.concurrent.Callable
import java.util.concurrent.TimeUnit

@spock.lang.Tag('database')
class PostgresRehearsalSpec extends RehearsalSpec {

    TestDatabase newDatabase() {
        TestDatabase.postgresql()
    }

    boolean onCopy = false

    String endless = 'SELECT pg_sleep(600)'

    private static List<String> locks(Rehearsal.Statement statement) {
        statement.locks().collect { "${it.mode()} ${it.table()}".toString() }
    }

    def "the locks that are new are told, the strongest first, but none of tables that nobody else sees"() {
        given:
        users()
        project.revision('b', ['a'], """
            upgrade {
                execute 'SELECT count(*) FROM users'
                execute 'UPDATE users SET name = name WHERE id = 1'
                createTable('pets') { column 'id', integer, primaryKey: true\\ncolumn 'owner', integer }
                createForeignKey 'fk_owner', 'pets', 'users', ['owner'], ['id']
                createIndex 'ix_users_name', 'users', ['name']
                addColumn 'users', 'email', text
                dropColumn 'users', 'name'
            }
            irreversible 'no'""".replace('\\n', '\n'))
        project.revision('c', ['b'], "upgrade { addColumn 'users', 'age', integer }\nirreversible 'no'")

        when:
        def rehearsal = project.retort(database).rehearseUpgrade('head')
        def statements = rehearsal.steps()[0].statements()

        then:
        statements.collect { locks(it) } == [['ACCESS SHARE users'], ['ROW EXCLUSIVE users'], [],
                                             ['SHARE ROW EXCLUSIVE users'], [], ['ACCESS EXCLUSIVE users'], []]
        statements[3].warnings()[0] ==~ /SHARE ROW EXCLUSIVE keeps writers of users waiting until the revision ends, \d+ ms/
        statements[5].warnings()[0] ==~ /ACCESS EXCLUSIVE keeps readers and writers of users waiting until the revision ends, \d+ ms/
        statements*.warnings()*.size() == [0, 0, 0, 1, 0, 1, 0]

        and: 'of the next revision the lock does not show, as it is held already; it is said so'
        locks(rehearsal.steps()[1].statements()[0]) == []
        rehearsal.steps()[0].held() == []
        rehearsal.steps()[1].held().collect { "${it.mode()} ${it.table()}".toString() } == ['ACCESS EXCLUSIVE users']
    }

    def "tables that are dropped, renamed or in another schema are told by the names they had"() {
        given:
        users()
        database.execute('CREATE SCHEMA "Other"', 'CREATE TABLE "Other"."My table" (n integer)', 'CREATE TABLE gone (n integer)')
        project.revision('b', ['a'], """
            upgrade {
                dropTable 'gone'
                renameTable 'users', 'people'
                execute 'ALTER TABLE "Other"."My table" ADD COLUMN m integer'
            }
            irreversible 'no'""")

        expect:
        project.retort(database).rehearseUpgrade('head').steps()[0].statements().collect { locks(it) } ==
                [['ACCESS EXCLUSIVE gone'], ['ACCESS EXCLUSIVE users'], ['ACCESS EXCLUSIVE "Other"."My table"']]
    }

    def "tables that are written again are told with their size; empty ones are no matter"() {
        given:
        users()
        database.execute('CREATE TABLE empty (n integer)', 'CREATE TABLE full_up (n integer)', 'INSERT INTO full_up VALUES (1)')
        project.revision('b', ['a'], """
            upgrade {
                alterColumn 'users', 'id', type: bigint
                alterColumn 'users', 'name', type: varchar(40)
                alterColumn 'empty', 'n', type: bigint
                execute 'TRUNCATE full_up'
                addColumn 'users', 'age', integer, default: 7
                createTable('mine') { column 'n', integer }
                execute 'INSERT INTO mine VALUES (1)'
                alterColumn 'mine', 'n', type: bigint
            }
            irreversible 'no'""")

        when:
        def statements = project.retort(database).rehearseUpgrade('head').steps()[0].statements()

        then:
        statements*.rewritten()*.collect { it.table() } == [['users'], ['users'], ['empty'], ['full_up'], [], [], [], []]
        statements[0].rewritten()[0].bytes() > 0
        statements[2].rewritten()[0].bytes() == 0
        statements[3].rewritten()[0].bytes() == 0
        statements[0].warnings()[1] == 'all rows of users are written again, 16 kB'
        statements[3].warnings().every { !it.contains('written again') }
    }

    def "what no transaction can hold is passed over, with the reason, and the rest goes on"() {
        given:
        users()
        project.revision('b', ['a'], """
            upgrade {
                createIndex 'ix_users_name', 'users', ['name'], concurrently: true
                autocommit {
                    execute 'SET maintenance_work_mem = 65536'
                    execute 'UPDATE users SET name = NULL'
                    execute 'VACUUM users'
                    bulkInsert 'users', [[id: 50, name: 'x']]
                }
                backfill 'users', set: "name = 'n'", where: 'name IS NULL', batchSize: 2
                execute 'DELETE FROM users'
            }
            irreversible 'no'""")
        def before = image()

        when:
        def rehearsal = project.retort(database).rehearseUpgrade('head')
        def statements = rehearsal.steps()[0].statements()

        then:
        rehearsal.failure().empty
        rehearsal.notRehearsed() == 5
        statements.collect { [it.sql(), it.reason()] } == [
                ['CREATE INDEX CONCURRENTLY ix_users_name ON users (name)', 'the database does not run it in a transaction'],
                ['SET maintenance_work_mem = 65536', ''],
                ['UPDATE users SET name = NULL', 'it is in autocommit { }, where each statement is committed by itself'],
                ['VACUUM users', 'it is in autocommit { }, where each statement is committed by itself'],
                ['INSERT INTO users', 'it is in autocommit { }, where each statement is committed by itself'],
                ["UPDATE users SET name = 'n' WHERE (name IS NULL)", 'its batches are committed one by one'],
                ['DELETE FROM users', '']]
        statements[6].rows() == 3
        image() == before
    }

    def "a failure behind what was passed over says that it may depend on that"() {
        given:
        users()
        project.script('b.groovy', '''\
            revision 'b'
            downRevision 'a'
            upgrade {
                addColumn 'users', 'email', text
                backfill 'users', set: 'email = id::text', where: 'email IS NULL'
            }
            irreversible 'no'
            '''.stripIndent())
        project.script('c.groovy', '''\
            revision 'c'
            downRevision 'b'
            upgrade { alterColumn 'users', 'email', nullable: false }
            irreversible 'no'
            '''.stripIndent())

        when:
        def rehearsal = project.retort(database).rehearseUpgrade('head')
        def told = rehearsal.failure().get().problems()[0]

        then:
        rehearsal.steps()*.revision() == ['b', 'c']
        told.location().toString() == 'migrations/c.groovy:3'
        told.sentence().contains('contains null values [23502]')
        told.hint().contains('The rehearsal ends here. What could not be rehearsed comes before, and this may depend on it:\n'
                + '  migrations/b.groovy:5: UPDATE users SET email = id::text WHERE (email IS NULL)\n'
                + 'Nothing of the rehearsal was kept; the database is at a.')

        and: 'the run itself works'
        project.retort(database).upgrade('head').rows() == ['c'] as Set
    }

    def "a backfill that could not be done is found all the same"() {
        given:
        users()
        project.revision('b', ['a'], "upgrade { backfill 'users', set: 'nmae = 1', where: 'name IS NULL' }\nirreversible 'no'")

        expect:
        project.retort(database).rehearseUpgrade('head').failure().get().message.contains('nmae')
    }

    def "what uses a new value of an enum type is passed over, as that takes a commit, and the rest goes on"() {
        given:
        project.revision('a', [], "change { createEnum 'mood', ['sad']\ncreateTable('t') { column 'm', enumeration('mood', ['sad']) } }")
        project.retort(database).upgrade('a')
        project.script('happy.sql', "INSERT INTO t VALUES ('happy');\n")
        project.revision('b', ['a'], """
            upgrade {
                addEnumValue 'mood', 'happy'
                execute "INSERT INTO t VALUES ('happy')"
                bulkInsert 't', [[m: 'happy']]
                executeFile 'happy.sql'
                addColumn 't', 'n', integer
            }
            irreversible 'no'""")
        project.revision('c', ['b'], "upgrade { execute \"UPDATE t SET m = 'happy'\"\nexecute 'UPDATE t SET n = 1' }\nirreversible 'no'")
        def before = image()

        when:
        def rehearsal = project.retort(database).rehearseUpgrade('head')

        then:
        rehearsal.failure().empty
        rehearsal.steps()*.statements()*.collect { [it.sql().replaceAll(/\s+/, ' '), it.rehearsed()] } == [
                [["ALTER TYPE mood ADD VALUE 'happy'", true], ['COMMIT', false], ["INSERT INTO t VALUES ('happy')", false], ['INSERT INTO t', false],
                 ["INSERT INTO t VALUES ('happy')", false], ['ALTER TABLE t ADD COLUMN n integer', true]],
                [["UPDATE t SET m = 'happy'", false], ['UPDATE t SET n = 1', true]]]
        rehearsal.steps()[0].statements()[2].reason() == 'it uses what was added, which a real run has committed by then'
        image() == before
        project.retort(database).upgrade('head').rows() == ['c'] as Set
    }

    def "what a revision sets for its transaction or its session ends with it"() {
        given:
        users()
        database.execute('CREATE SCHEMA other', "CREATE ROLE $role SUPERUSER")
        project.revision('b', ['a'], """statementTimeout '9s'
            upgrade {
                execute 'SET LOCAL search_path TO other, public'
                execute 'SET LOCAL ROLE $role'
                execute 'SET application_name = migration'
            }
            irreversible 'no'""")
        project.revision('c', ['b'], """
            upgrade {
                def found = query("SELECT current_setting('search_path') AS path, current_setting('role') AS role, current_setting('application_name') AS app, current_setting('statement_timeout') AS timeout, current_setting('lock_timeout') AS lock")[0]
                execute "DO 'BEGIN RAISE EXCEPTION USING MESSAGE = ''\${found.string('path')} \${found.string('role')} \${found.string('app')} \${found.string('timeout')} \${found.string('lock')}''; END'"
            }
            irreversible 'no'""")

        expect:
        [project.retort(database).rehearseUpgrade('head').failure().get().problems()[0].sentence(), sentence()].each {
            assert it.contains('failed: "$user", public none retort 0 2s [P0001]')
        }

        cleanup:
        database.execute("DROP ROLE IF EXISTS $role")
    }

    String role = 'rehearsal_' + System.nanoTime()

    /** Of the run itself. */
    private String sentence() {
        try {
            project.retort(database).upgrade('head')
            return ''
        } catch (RetortException e) {
            return e.problems()[0].sentence()
        }
    }

    def "a revision may change the table that the one before has put off a check of"() {
        given:
        users()
        database.execute('CREATE TABLE pets (id integer, owner integer CONSTRAINT owned REFERENCES users DEFERRABLE INITIALLY DEFERRED)',
                'CREATE TABLE cars (id integer, owner integer CONSTRAINT owned REFERENCES users)')
        project.revision('b', ['a'], "upgrade { execute 'INSERT INTO pets VALUES (1, 1)' }\nirreversible 'no'")
        project.revision('c', ['b'], "upgrade { addColumn 'pets', 'name', text }\nirreversible 'no'")

        expect:
        project.retort(database).rehearseUpgrade('head').failure().empty
        project.retort(database).upgrade('head').rows() == ['c'] as Set
    }

    def "a table of many partitions is one warning"() {
        given:
        users()
        database.execute('CREATE TABLE parts (id integer) PARTITION BY RANGE (id)',
                *(1..9).collect { "CREATE TABLE part_$it PARTITION OF parts FOR VALUES FROM ($it) TO (${it + 1})".toString() },
                'INSERT INTO parts SELECT generate_series(1, 9)')
        project.revision('b', ['a'], "upgrade { execute 'ALTER TABLE parts ADD COLUMN n serial' }\nirreversible 'no'")

        when:
        def statement = project.retort(database).rehearseUpgrade('head').steps()[0].statements()[0]

        then:
        statement.locks()*.table() == (1..9).collect { "part_$it".toString() } + 'parts'
        statement.rewritten()*.table().toSet() == (1..9).collect { "part_$it".toString() }.toSet()
        statement.warnings()[0].startsWith('ACCESS EXCLUSIVE keeps readers and writers of part_1, part_2, part_3, part_4, part_5 and 5 more waiting')
        statement.warnings()[1] ==~ /all rows of (part_\d, ){4}part_\d and 4 more are written again, \d+ kB/
        statement.warnings().size() == 2
    }

    def "a rehearsal waits for a run, and a run for it"() {
        given:
        users()
        project.table('b', ['a'])
        def other = database.open()
        def key = java.nio.ByteBuffer.wrap(java.security.MessageDigest.getInstance('SHA-256').digest('retort:retort_version'.bytes)).long
        other.createStatement().execute("SELECT pg_advisory_lock($key)")

        when:
        project.on(database).lockTimeout(Duration.ofMillis(300)).build().rehearseUpgrade('head')

        then:
        def failure = thrown(RetortException)
        failure.kind() == Kind.LOCK_TIMEOUT

        cleanup:
        other?.close()
    }

    def "who is in the way is let pass, and named in the end"() {
        given:
        users()
        project.table('b', ['a'])
        project.revision('c', ['b'], "upgrade { addColumn 'users', 'age', integer }\nirreversible 'no'")
        def reader = database.open()
        reader.autoCommit = false
        reader.createStatement().executeQuery('SELECT count(*) FROM users').next()
        def polite = project.on(database).ddlLockTimeout(Duration.ofMillis(200))

        when:
        def given = polite.ddlLockTries(2).build().rehearseUpgrade('head')

        then:
        given.failure().get().kind() == Kind.LOCK_TIMEOUT
        given.failure().get().message.contains('Others were in the way in each of 2 tries')
        given.failure().get().message.contains('In the way: pid ')
        given.steps()*.revision() == ['b', 'c']

        when: 'they end meanwhile'
        def run = threads.submit({ polite.ddlLockTries(20).build().rehearseUpgrade('head') } as Callable)
        sleep 700
        reader.rollback()
        def done = run.get(60, TimeUnit.SECONDS)

        then:
        done.failure().empty
        done.steps()*.revision() == ['b', 'c']

        cleanup:
        reader?.close()
    }

    def "over a single connection it is the same, and the connection as it was"() {
        given:
        users()
        project.table('b', ['a'])
        def connection = database.open()
        def before = image()

        when:
        def rehearsal = Retort.configure().connection(connection).home(project.home).build().rehearseUpgrade('head')

        then:
        rehearsal.steps()*.revision() == ['b']
        connection.autoCommit
        image() == before

        cleanup:
        connection?.close()
    }
}
