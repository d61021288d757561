package dev.retort

import dev.retort.internal.schema.Schema

import static dev.retort.internal.testing.InSchema.tables

/** Enumerations as types of columns: they come and go, become texts, and outlive what changes. */
@spock.lang.Tag('database')
class EnumTypeSpec extends EnumStory {

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
        tables(schema()).keySet() == tables(first).keySet()
        types() == (dialect == 'sqlite' ? [] : ['fit', 'mood', 'size'])

        when:
        retort.downgrade('base')

        then:
        schema() == Schema.EMPTY

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
        tables(schema()).keySet() == tables(before).keySet()
        tables(schema()).p.constraints() == tables(before).p.constraints()
        tables(schema()).p.indexes() == tables(before).p.indexes()
        tables(schema()).p.columns()*.defaultValue() == tables(before).p.columns()*.defaultValue()
        database.rows('''SELECT obj_description('"Job state"'::regtype, 'pg_type'), obj_description('ix'::regclass, 'pg_class')''') == [['kept', 'partial']]
        types() == ['Job state']
    }

    def "what needs the enum is named before anything is touched, on PostgreSQL"() {
        given:
        on('postgresql')
        database.execute('''
            CREATE TYPE e AS ENUM ('a', 'x'); CREATE TABLE t (s e, g int GENERATED ALWAYS AS (CASE WHEN s = 'x'::e THEN 1 END) STORED);
            CREATE FUNCTION f(e) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE DOMAIN d AS e''')
        project.revision('a', [], "upgrade { dropEnumValue 'e', 'x' }\nirreversible 'no'")

        when:
        retort.upgrade('a')

        then:
        def refused = thrown(RetortException)
        refused.problems()[0].sentence().contains('stands in the way (column g of table t, function f(e), type d).')
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
}
