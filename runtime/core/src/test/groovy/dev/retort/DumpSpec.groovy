package dev.retort

import dev.retort.internal.testing.Project
import dev.retort.internal.testing.SqlShell
import dev.retort.internal.testing.TestDatabase
import spock.lang.Specification

/** A revision that is one dump, as {@code pg_dump} writes it; those of the resources are of versions 15 and 18. */
@spock.lang.Tag('world')
class DumpSpec extends Specification {

    Project project = new Project()
    TestDatabase database = TestDatabase.postgresql()

    def cleanup() {
        database.close()
        project.close()
    }

    def "a plain dump is one revision: #dump"() {
        given:
        revision(resource(dump))

        when:
        project.retort(database).upgrade('head')

        then:
        restored()
        database.rows('SELECT version_num FROM public.retort_version') == [['d1']]

        where:
        dump << ['plain-15.sql', 'plain-18.sql', 'inserts-15.sql']
    }

    def "the SQL that is written of it does the same: #dump"() {
        given:
        revision(resource(dump))
        def script = new StringBuilder()

        when:
        project.retort(database).upgradeSql('base:head', script)

        then: 'the rows are where psql looks for them'
        !script.contains('\\restrict')
        script.contains(rows)

        and:
        SqlShell.of('postgresql') == null || SqlShell.run(database, script.toString()) == null
        SqlShell.of('postgresql') == null || restored()

        where:
        dump             || rows
        'plain-15.sql'   || 'COPY public.parent (id, note) FROM stdin;\n1\t1\n2\t3\n\\.\n'
        'plain-18.sql'   || 'COPY public.parent (id, note) FROM stdin;\n1\t1\n2\t3\n\\.\n'
        'inserts-15.sql' || 'INSERT INTO public.parent VALUES (2, 3);'
    }

    def "schema and data may be two dumps"() {
        given:
        project.script('schema.sql', resource('schema-15.sql'))
        project.script('data.sql', resource('data-15.sql'))
        project.revision('d1', [], "upgrade {\nexecuteFile 'schema.sql'\nexecuteFile 'data.sql'\n}\nirreversible 'a dump'")

        when:
        project.retort(database).upgrade('head')

        then:
        restored()
    }

    def "other commands of psql are refused with their place: #command"() {
        given:
        revision("SELECT 1;\nCOPY public.t (a) FROM stdin;\nx\n\\.\n\n$command\n")

        when:
        project.retort(database).upgrade('head')

        then:
        def refused = thrown(RetortException)
        refused.problems()*.location()*.toString() == ['migrations/dump.sql:6:1']
        refused.message.contains("There is a command of a shell here: $command.")

        where:
        command << ['\\connect shop', '\\restrict a b', '\\i other.sql', '\\.']
    }

    def "rows that the database refuses are named with their line"() {
        given:
        revision("CREATE TABLE t (a integer);\nCOPY t (a) FROM stdin;\n1\nx\n\\.\nSELECT 1;\n")

        when:
        project.retort(database).upgrade('head')

        then:
        def refused = thrown(RetortException)
        refused.problems()*.location()*.toString() == ['migrations/dump.sql:4:1']
        refused.message.contains('invalid input syntax for type integer: "x"')
    }

    def "rows without an end are refused before anything is run"() {
        given:
        revision('CREATE TABLE t (a integer);\nCOPY t (a) FROM stdin;\n1\n')

        when:
        project.retort(database).upgrade('head')

        then:
        def refused = thrown(RetortException)
        refused.message.contains('migrations/dump.sql:2:23: The rows after this COPY have no end. End them with a line \\. by itself.')
    }

    def "what is behind rows has the line that it has in the file"() {
        given:
        revision('CREATE TABLE t (a integer);\nCOPY t (a) FROM stdin;\n1\n2\n\\.\n\nSELECT nothing FROM t;\n')

        when:
        project.retort(database).upgrade('head')

        then:
        def refused = thrown(RetortException)
        refused.problems()*.location()*.toString() == ['migrations/dump.sql:7:8']
    }

    def "SQLite has no COPY, and says so"() {
        given:
        def lite = TestDatabase.sqlite()
        revision('COPY t (a) FROM stdin;\n1\n\\.\n')

        when:
        project.retort(lite).upgrade('head')

        then:
        def refused = thrown(RetortException)
        refused.problems()*.location()*.toString() == ['migrations/dump.sql:1:1']

        cleanup:
        lite?.close()
    }

    private void revision(String sql) {
        project.script('dump.sql', sql)
        project.revision('d1', [], "upgrade { executeFile 'dump.sql' }\nirreversible 'a dump'")
    }

    private static String resource(String name) {
        DumpSpec.getResourceAsStream("/dumps/$name").getText('UTF-8')
    }

    private boolean restored() {
        assert database.rows('SELECT body FROM app.notes ORDER BY id')*.get(0) ==
                ['a\\b\tc\nd', null, '\\.', '\\N', '-- not a comment; \' " $$', 'COPY t FROM stdin;', '\\! touch x', '\r\nwindows', '', 'é漢😀']
        assert database.rows('SELECT id, note FROM public.parent ORDER BY id') == [[1, 1], [2, 3]]
        assert database.rows("SELECT app.copies(), app.two(4)::text, nextval('app.notes_id_seq')::text") == [['x\nCOPY app.notes FROM stdin;\n\\.\n', '8', '11']]
        true
    }
}
