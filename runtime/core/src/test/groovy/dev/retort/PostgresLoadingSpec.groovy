package dev.retort

import dev.retort.internal.testing.TestDatabase
import java.nio.file.Files

@spock.lang.Tag('database')
class PostgresLoadingSpec extends LoadingSpec {

    TestDatabase newDatabase() {
        TestDatabase.postgresql()
    }

    String price(String text) {
        text
    }

    def "many rows become what few become, whatever the types: #type"() {
        given:
        project.revision('a', [], """upgrade {
            execute 'CREATE TABLE few (v $type); CREATE TABLE many (v $type)'
            bulkInsert 'few', [[v: $value]]
            bulkInsert 'many', (1..60).collect { [v: $value] }
        }
        irreversible 'x'""")

        when:
        project.retort(database).upgrade('head')

        then:
        database.rows('SELECT DISTINCT v::text FROM many') == database.rows('SELECT v::text FROM few')

        where:
        type               | value
        'integer'          | '2.5'
        'bigint'           | '7'
        'text'             | '1.0e10d'
        'text'             | 'new BigDecimal("1E+3")'
        'text'             | 'true'
        'text'             | '"\\\\N"'
        'text'             | '"\\r\\n\\t\\\\.\\b"'
        'numeric(6, 2)'    | '1.239'
        'double precision' | 'Double.POSITIVE_INFINITY'
        'double precision' | '0.1d'
        'boolean'          | 'false'
        'bytea'            | '"a\\\\b".bytes'
        'integer[]'        | '[1, null, 3]'
        'text[]'           | '["a,b", "\\"", "\\\\", null]'
        'jsonb'            | '\'{"a": "\\\\n"}\''
        'uuid'             | 'UUID.fromString("00000000-0000-0000-0000-00000000000a")'
        'date'             | 'java.time.LocalDate.MAX'
        'timestamptz'      | 'java.time.Instant.parse("2026-11-21T10:15:00Z")'
        'timestamp'        | 'java.time.LocalDateTime.parse("0001-01-01T00:00:00")'
        'money'            | '1.5'
    }

    def "a table that hides rows, a view and a table with rules get inserts"() {
        given:
        Files.writeString(project.migrations.resolve('v.csv'), "n\n1\n2\n")
        project.revision('a', [], """upgrade {
            execute '''CREATE TABLE t (n integer);
                CREATE VIEW v AS SELECT n FROM t;
                CREATE TABLE r (n integer);
                CREATE RULE rr AS ON INSERT TO r DO INSTEAD INSERT INTO t VALUES (NEW.n + 100)'''
            bulkInsert 'v', csv('v.csv')
            bulkInsert 'r', (1..60).collect { [n: it] }
        }
        irreversible 'x'""")

        when:
        project.retort(database).upgrade('head')

        then:
        database.rows('SELECT count(*), max(n) FROM t') == [[62L, 160]]
        database.rows('SELECT count(*) FROM r') == [[0L]]
    }

    def "arrays of JSON become arrays"() {
        given:
        Files.writeString(project.migrations.resolve('a.jsonl'), '{"n": [1, null, 3], "t": ["a\\"b", "c,d"]}\n')
        project.revision('a', [], """upgrade {
            execute 'CREATE TABLE a (n integer[], t text[])'
            bulkInsert 'a', jsonLines('a.jsonl')
        }
        irreversible 'x'""")

        when:
        project.retort(database).upgrade('head')

        then:
        database.rows('SELECT n::text, t::text FROM a') == [['{1,NULL,3}', '{"a\\"b","c,d"}']]
    }

    def "a column that takes no value is named before the rows go: #definition"() {
        given:
        Files.writeString(project.migrations.resolve('a.csv'), "id,m\n1,2\n")
        project.revision('a', [], """upgrade {
            execute 'CREATE TABLE a (m integer, id integer GENERATED ALWAYS AS $definition)'
            bulkInsert 'a', csv('a.csv')
        }
        irreversible 'x'""")

        when:
        project.retort(database).upgrade('head')

        then:
        RetortException e = thrown()
        e.message.startsWith("migrations/a.csv:1: Revision a (upgrade) failed: The column \"id\" of \"a\" $why.")

        where:
        definition       | why
        'IDENTITY'       | 'is GENERATED ALWAYS AS IDENTITY'
        '(m * 2) STORED' | 'is computed from others'
    }

    def "a trigger that refuses a row is told with the row"() {
        given:
        Files.writeString(project.migrations.resolve('a.csv'), "n\n" + (1..99).join('\n'))
        project.revision('a', [], """upgrade {
            execute '''CREATE TABLE a (n integer);
                CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS \$\$ BEGIN
                    IF NEW.n = 77 THEN RAISE 'not this one'; END IF; RETURN NEW; END \$\$;
                CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW EXECUTE FUNCTION f()'''
            bulkInsert 'a', csv('a.csv')
        }
        irreversible 'x'""")

        when:
        project.retort(database).upgrade('head')

        then:
        RetortException e = thrown()
        e.message.startsWith('migrations/a.csv:78: Revision a (upgrade) failed: ')
        e.message.contains('not this one')
    }
}
