package dev.retort

import dev.retort.dialect.Dialects
import dev.retort.error.RetortException
import dev.retort.error.RetortException.Kind
import dev.retort.schema.Schema
import dev.retort.sql.SqlScript
import dev.retort.testing.Project
import dev.retort.testing.StorySpec
import dev.retort.testing.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Specification

import java.sql.SQLException

/** Enumerations and their values: up, down and up again, with rows, run and written down. */
class EnumSpec extends Specification {

    static final List<String> DIALECTS = ['sqlite', 'postgresql']

    @AutoCleanup
    Project project = new Project()

    @AutoCleanup(quiet = true)
    TestDatabase database

    def "a value is added, used in the same revision, and taken away again, on #dialect"() {
        given:
        on(dialect)
        jobs()
        project.revision('b', ['a'], """
            upgrade {
                addEnumValue 'job_state', 'paused', after: 'queued'
                addEnumValue 'job_state', 'archived'
                execute "UPDATE jobs SET state = 'archived' WHERE id = 2"
                alterColumn 'jobs', 'state', default: 'paused'
            }
            downgrade {
                alterColumn 'jobs', 'state', default: 'queued'
                table('jobs').where(state: 'archived').update(state: 'done')
                dropEnumValue 'job_state', 'archived'
                dropEnumValue 'job_state', 'paused'
            }""")
        retort.upgrade('a')
        database.execute("INSERT INTO jobs (id, state) VALUES (1, 'queued'), (2, 'done')")
        def before = schema()

        when:
        retort.upgrade('head')
        database.execute('INSERT INTO jobs (id) VALUES (3)')

        then:
        states() == ['queued', 'archived', 'paused']
        values() == ['queued', 'paused', 'done', 'archived']

        when:
        database.execute('DELETE FROM jobs WHERE id = 3')
        retort.downgrade('a')

        then:
        states() == ['queued', 'done']
        schema() == before

        when:
        database.execute("INSERT INTO jobs (id, state) VALUES (4, 'archived')")

        then:
        thrown(SQLException)

        when:
        retort.upgrade('head')

        then:
        values() == ['queued', 'paused', 'done', 'archived']

        where:
        dialect << DIALECTS
    }

    def "an added value takes its way back with it, which refuses while rows have it, on #dialect"() {
        given:
        on(dialect)
        jobs()
        project.revision('b', ['a'], "change {\n addEnumValue 'job_state', 'archived'\n }")
        retort.upgrade('head')
        database.execute("INSERT INTO jobs (id, state) VALUES (1, 'archived'), (2, 'archived'), (3, 'done')",
                         "INSERT INTO runs (id, ended) VALUES (1, 'archived')")

        when:
        retort.downgrade('a')

        then:
        def refused = thrown(RetortException)
        refused.kind() == Kind.FAILED
        refused.problems()[0].sentence() == 'Revision b (downgrade) failed: The value "archived" of the enum "job_state" is in use: 2 rows of "jobs" in "state", 1 row of "runs" in "ended".'
        refused.problems()[0].hint().startsWith('Give them another value first, or say which with replaceWith:.')
        refused.problems()[0].location().toString() == 'migrations/b.groovy'
        retort.rows() == ['b'] as Set
        states() == ['archived', 'archived', 'done']

        when:
        database.execute("UPDATE jobs SET state = 'done'", 'DELETE FROM runs')
        retort.downgrade('a')

        then:
        values() == ['queued', 'done']
        states() == ['done', 'done', 'done']

        where:
        dialect << DIALECTS
    }

    def "a value goes with its rows given another one, and defaults and both tables follow, on #dialect"() {
        given:
        on(dialect)
        jobs()
        project.revision('b', ['a'], """
            upgrade { dropEnumValue 'job_state', 'queued', replaceWith: 'done' }
            downgrade { addEnumValue 'job_state', 'queued', before: 'done' }""")
        retort.upgrade('a')
        database.execute("INSERT INTO jobs (id) VALUES (1)", "INSERT INTO runs (id, ended) VALUES (1, 'queued'), (2, NULL)")

        when:
        retort.upgrade('head')
        database.execute('INSERT INTO jobs (id) VALUES (2)')

        then:
        states() == ['done', 'done']
        database.rows('SELECT ended FROM runs ORDER BY id') == [['done'], [null]]
        values() == ['done']

        when:
        retort.downgrade('a')

        then:
        values() == ['queued', 'done']

        where:
        dialect << DIALECTS
    }

    def "a value is renamed, rows and default with it, and back, on #dialect"() {
        given:
        on(dialect)
        jobs()
        project.revision('b', ['a'], "change { renameEnumValue 'job_state', 'queued', 'it\\'s waiting' }")
        retort.upgrade('a')
        database.execute('INSERT INTO jobs (id) VALUES (1)', "INSERT INTO runs (id, ended) VALUES (1, 'queued')")
        def before = schema()

        when:
        retort.upgrade('head')
        database.execute('INSERT INTO jobs (id) VALUES (2)')

        then:
        states() == ["it's waiting", "it's waiting"]
        database.rows('SELECT ended FROM runs') == [["it's waiting"]]
        values() == ["it's waiting", 'done']

        when:
        retort.downgrade('a')

        then:
        states() == ['queued', 'queued']
        schema() == before

        where:
        dialect << DIALECTS
    }

    def "what is not there, or there already, is said, on #dialect"() {
        given:
        on(dialect)
        jobs()
        project.revision('b', ['a'], "upgrade {\n$operation\n}\nirreversible 'no'")
        retort.upgrade('a')
        def before = schema()

        when:
        retort.upgrade('head')

        then:
        def refused = thrown(RetortException)
        refused.problems()[0].sentence().contains(sentence)
        refused.problems()[0].location().toString() == 'migrations/b.groovy:5'
        schema() == before
        retort.rows() == ['a'] as Set

        where:
        [dialect, [operation, sentence]] << [DIALECTS, [
                ["dropEnumValue 'job_state', 'dnoe'", 'The enum "job_state" has no value "dnoe".'],
                ["dropEnumValue 'job_state', 'done', replaceWith: 'gone'", 'The enum "job_state" has no value "gone".'],
                ["addEnumValue 'job_state', 'done'", 'already'],
                ["addEnumValue 'job_state', 'x', before: 'nope'", '"nope"'],
                ["renameEnumValue 'job_state', 'nope', 'x'", '"nope"'],
                ["renameEnumValue 'job_state', 'queued', 'done'", 'already'],
                ["addEnumValue 'job_stat', 'x'", '"job_stat"'],
        ]].combinations()
    }

    def "a value that is there already may be, where the script says so, on #dialect"() {
        given:
        on(dialect)
        jobs()
        project.revision('b', ['a'], "upgrade { addEnumValue 'job_state', 'done', ifNotExists: true }\nirreversible 'no'")

        expect:
        retort.upgrade('head').rows() == ['b'] as Set
        values() == ['queued', 'done']

        where:
        dialect << DIALECTS
    }

    def "the SQL that is written does the same, up and down, on #dialect"() {
        given:
        on(dialect)
        jobs()
        project.revision('b', ['a'], """
            change {
                addEnumValue 'job_state', 'archived', before: 'done'
                alterColumn 'jobs', 'state', default: 'archived', existingDefault: 'queued'
                renameEnumValue 'job_state', 'done', 'ended'
            }""")
        project.revision('c', ['b'], "change { dropEnumValue 'job_state', 'queued', before: 'archived' }")
        def online = TestDatabase.of(dialect)
        def onlineRetort = project.retort(online)
        onlineRetort.upgrade('a')
        online.execute("INSERT INTO runs (id, ended) VALUES (1, 'done')")
        onlineRetort.upgrade('head')
        def script = new StringBuilder()

        when:
        retort.upgradeSql('base:a', script)
        script.append("INSERT INTO runs (id, ended) VALUES (1, 'done');")
        retort.upgradeSql('a:head', script)
        run(script)

        then:
        schema() == StorySpec.schema(online)
        database.rows('SELECT ended FROM runs') == [['ended']]
        online.rows('SELECT ended FROM runs') == [['ended']]
        values() == ['archived', 'ended']

        when:
        onlineRetort.downgrade('a')
        script.length = 0
        retort.downgradeSql('c:a', script)
        run(script)

        then:
        schema() == StorySpec.schema(online)
        values() == ['queued', 'done']
        database.rows('SELECT ended FROM runs') == [['done']]

        when: 'rows that have a value stop the script too'
        script.length = 0
        retort.upgradeSql('a:head', script)
        database.execute("INSERT INTO jobs (id, state) VALUES (1, 'queued')")
        run(script)

        then:
        def refused = thrown(SQLException)
        refused.message.contains(dialect == 'sqlite' ? 'enum_job_state' : 'The value "queued" of the enum "job_state" is in use: 1 row of "jobs" in "state".')

        cleanup:
        online?.close()

        where:
        dialect << DIALECTS
    }

    def "a revision that only adds a value is one transaction; what follows a value is not, on PostgreSQL"() {
        given:
        on('postgresql')
        jobs()
        project.revision('b', ['a'], "upgrade {\n createTable('t') { column 'id', integer }\n addEnumValue 'job_state', 'x'\n addEnumValue 'job_state', 'y', before: 'x'\n $rest }\nirreversible 'no'")
        retort.upgrade('a')

        when:
        retort.upgrade('head')

        then:
        def failed = thrown(RetortException)
        failed.message.contains(kept)
        values() == left

        where:
        rest                                       || kept                                    | left
        "throw new IllegalStateException('stop')"  || 'Nothing of this revision was kept'     | ['queued', 'done']
        "query('SELECT nothing')"                  || 'was kept; the version rows are still'   | ['queued', 'done', 'y', 'x']
        "execute 'SELECT nothing'"                 || 'was kept; the version rows are still'   | ['queued', 'done', 'y', 'x']
    }

    def "a column that asks for it brings its type, and the last one takes it along, on #dialect"() {
        given:
        on(dialect)
        project.revision('a', [], """
            change {
                createTable('a') {
                    column 'id', integer, primaryKey: true
                    column 'mood', enumeration('mood', ['sad', 'ok'], create: true), default: 'ok'
                    column 'was', enumeration('mood', ['sad', 'ok'], create: true)
                }
                createTable('b') {
                    column 'id', integer, primaryKey: true
                    column 'mood', enumeration('mood', ['sad', 'ok'])
                }
                addColumn 'b', 'size', enumeration('size', ['s', 'm'], create: true)
                batchAlterTable('b') {
                    addColumn 'fit', enumeration('fit', ['slim'], create: true)
                }
            }""")
        project.revision('b', ['a'], """
            change {
                dropColumn 'b', 'size', was: enumeration('size', ['s', 'm'], create: true)
                dropTable('b') {
                    column 'id', integer, primaryKey: true
                    column 'mood', enumeration('mood', ['sad', 'ok'])
                    column 'fit', enumeration('fit', ['slim'], create: true)
                }
            }""")

        when:
        retort.upgrade('a')
        def first = schema()
        retort.upgrade('b')

        then:
        types() == (dialect == 'sqlite' ? [] : ['mood'])

        when:
        retort.downgrade('a')

        then:
        schema() != first
        schema().tables().keySet() == first.tables().keySet()
        types() == (dialect == 'sqlite' ? [] : ['fit', 'mood', 'size'])

        when:
        retort.downgrade('base')

        then:
        schema() == new Schema([:], [:])

        when:
        retort.upgrade('a')

        then:
        schema() == first

        where:
        dialect << DIALECTS
    }

    def "an enumeration becomes a varchar and is one again, with its rows, on #dialect"() {
        given:
        on(dialect)
        jobs()
        project.revision('b', ['a'], """
            change {
                alterColumn 'jobs', 'state', default: null, existingDefault: 'queued'
                alterColumn 'jobs', 'state', type: varchar(20), using: 'state::varchar(20)',
                            existingType: enumeration('job_state', ['queued', 'done']), existingUsing: 'state::job_state'
            }""")
        retort.upgrade('a')
        database.execute("INSERT INTO jobs (id, state) VALUES (1, 'done')")
        def before = schema()

        when:
        retort.upgrade('b')
        database.execute("INSERT INTO jobs (id, state) VALUES (2, 'anything')")

        then:
        states() == ['done', 'anything']

        when:
        database.execute('DELETE FROM jobs WHERE id = 2')
        retort.downgrade('a')

        then:
        schema() == before
        states() == ['done']

        where:
        dialect << DIALECTS
    }

    def "a type that is not there is told with the way to create it"() {
        given:
        on('postgresql')
        project.revision('a', [], "upgrade {\n createTable('t') { column 'mood', enumeration('mood', ['sad']) }\n}\ndowngrade { }")

        when:
        retort.upgrade('head')

        then:
        def refused = thrown(RetortException)
        refused.problems()[0].sentence().contains('type "mood" does not exist')
        refused.problems()[0].hint().contains("createEnum 'mood'")
        refused.problems()[0].hint().contains('create: true')
    }

    def "PostgreSQL's arrays, indexes, checks, keys, comments and grants outlive the loss of a value"() {
        given:
        on('postgresql')
        database.execute('''
            CREATE TYPE "Job state" AS ENUM ('a', 'b', 'x'); COMMENT ON TYPE "Job state" IS 'kept';
            CREATE TABLE p (id int PRIMARY KEY, s "Job state" UNIQUE DEFAULT 'a', all_of "Job state"[] DEFAULT '{a,b}', t text DEFAULT ('b'::"Job state")::text,
                            CONSTRAINT ck CHECK (s <> 'b'));
            CREATE INDEX ix ON p (id) WHERE s = 'a'; COMMENT ON INDEX ix IS 'partial';
            CREATE TABLE c (s "Job state" REFERENCES p (s));
            CREATE TABLE parts (n int, s "Job state") PARTITION BY LIST (n);
            CREATE TABLE part1 PARTITION OF parts FOR VALUES IN (1);
            INSERT INTO p VALUES (1, 'a', '{a,x}'), (2, 'x', '{x,b}'); INSERT INTO c VALUES ('x'); INSERT INTO parts VALUES (1, 'x')''')
        project.revision('a', [], "upgrade { dropEnumValue 'Job state', 'x', replaceWith: 'b' }\nirreversible 'no'")
        project.revision('b', [], "upgrade { dropEnumValue 'Job state', 'x' }\nirreversible 'no'")
        def before = schema()

        when: 'b is forbidden by the check'
        retort.upgrade('a')

        then:
        def refused = thrown(RetortException)
        refused.message.contains('check constraint "ck" of relation "p" is violated')
        schema() == before

        when:
        retort.upgrade('b')

        then:
        refused = thrown(RetortException)
        refused.message.contains('1 row of "c" in "s", 1 row of "p" in "s", 2 rows of "p" in "all_of", 1 row of "parts" in "s".')

        when:
        database.execute('ALTER TABLE p DROP CONSTRAINT ck', "ALTER TABLE p ADD CONSTRAINT ck CHECK (s <> 'x' OR id > 1)")
        retort.upgrade('a')

        then: 'a check that speaks of the value cannot be kept'
        refused = thrown(RetortException)
        refused.message.contains('invalid input value for enum "Job state": "x"')

        when:
        database.execute('ALTER TABLE p DROP CONSTRAINT ck', "ALTER TABLE p ADD CONSTRAINT ck CHECK (s <> 'b' OR id > 1)")
        before = schema()
        retort.upgrade('a')

        then:
        database.rows('SELECT s::text, all_of::text FROM p ORDER BY id') == [['a', '{a,b}'], ['b', '{b,b}']]
        database.rows('SELECT s::text FROM c') == [['b']]
        database.rows('SELECT s::text FROM parts') == [['b']]
        schema().tables().keySet() == before.tables().keySet()
        schema().tables().p.constraints() == before.tables().p.constraints()
        schema().tables().p.indexes() == before.tables().p.indexes()
        schema().tables().p.columns()*.defaultValue() == before.tables().p.columns()*.defaultValue()
        database.rows('''SELECT obj_description('"Job state"'::regtype, 'pg_type'), obj_description('ix'::regclass, 'pg_class')''') == [['kept', 'partial']]
        types() == ['Job state']
    }

    def "what needs the enum is named before anything is touched, on PostgreSQL"() {
        given:
        on('postgresql')
        database.execute('''
            CREATE TYPE e AS ENUM ('a', 'x'); CREATE TABLE t (s e);
            CREATE VIEW v AS SELECT s FROM t; CREATE FUNCTION f(e) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE DOMAIN d AS e''')
        project.revision('a', [], "upgrade { dropEnumValue 'e', 'x' }\nirreversible 'no'")

        when:
        retort.upgrade('a')

        then:
        def refused = thrown(RetortException)
        refused.problems()[0].sentence().contains('stands in the way (function f(e), type d, view v).')
        types() == ['e']
    }

    def "SQL that speaks of a value is named, on SQLite"() {
        given:
        on('sqlite')
        jobs()
        project.revision('b', ['a'], "upgrade { execute ${/"/}$statement${/"/} }\nirreversible 'no'")
        project.revision('c', ['b'], "upgrade { renameEnumValue 'job_state', 'queued', 'x' }\nirreversible 'no'")
        retort.upgrade('b')
        def before = schema()

        when:
        retort.upgrade('c')

        then:
        def refused = thrown(RetortException)
        refused.problems()[0].sentence().contains('The value "queued" cannot be renamed: the ' + named + ' speaks of it')
        schema() == before

        where:
        statement                                                                 || named
        "CREATE INDEX ix ON jobs (id) WHERE state = 'queued'"                     || 'index "ix"'
        "CREATE VIEW v AS SELECT id FROM jobs WHERE state = 'queued'"             || 'view "v"'
        "ALTER TABLE jobs ADD COLUMN w TEXT CHECK (state <> 'queued' OR w <> '')" || 'table "jobs"'
    }

    def "a check of another form by the enumeration's name is left alone, on SQLite"() {
        given:
        on('sqlite')
        database.execute("CREATE TABLE jobs (id INTEGER, state TEXT CONSTRAINT enum_job_state CHECK (state IN ('a') OR id = 1))")
        project.revision('a', [], "upgrade { addEnumValue 'job_state', 'x' }\nirreversible 'no'")

        when:
        retort.upgrade('a')

        then:
        def refused = thrown(RetortException)
        refused.message.contains('The check "enum_job_state" of the table "jobs" is not of the form that makes a column an enumeration')
    }

    private void on(String dialect) {
        database = TestDatabase.of(dialect)
    }

    private Retort getRetort() {
        project.retort(database)
    }

    private void jobs() {
        project.revision('a', [], """
            change {
                createEnum 'job_state', ['queued', 'done']
                createTable('jobs') {
                    column 'id', integer, primaryKey: true
                    column 'state', enumeration('job_state', ['queued', 'done']), nullable: false, default: 'queued', index: true
                }
                createTable('runs') {
                    column 'id', integer, primaryKey: true
                    column 'ended', enumeration('job_state', ['queued', 'done'])
                }
            }""")
    }

    private Schema schema() {
        StorySpec.schema(database)
    }

    private List<String> states() {
        database.rows('SELECT state FROM jobs ORDER BY id')*.first()
    }

    /** Those of the columns, which are one another's. */
    private List<String> values() {
        def tables = schema().tables()
        def values = tables.jobs.columns()[1].type().values()
        assert tables.runs.columns()[1].type().values() == values
        values
    }

    private List<String> types() {
        database.dialect == 'sqlite' ? [] : database.rows("SELECT typname FROM pg_type WHERE typtype = 'e' ORDER BY typname")*.first()
    }

    private void run(CharSequence script) {
        def dialect = Dialects.ofUrl(database.jdbcUrl).dialect()
        database.execute(*SqlScript.split(script.toString(), dialect.syntax())*.sql())
    }
}
