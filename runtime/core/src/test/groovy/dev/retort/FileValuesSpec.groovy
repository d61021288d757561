package dev.retort

import dev.retort.internal.testing.Project
import dev.retort.internal.testing.TestDatabase
import spock.lang.Specification

/** Values that a script gives to a file of SQL. */
@spock.lang.Tag('database')
class FileValuesSpec extends Specification {

    static final String WORD = "it's ? :x \\ \"q\""

    Project project = new Project()
    TestDatabase database

    def cleanup() {
        database?.close()
        project.close()
    }

    def "values are bound, or become literals and names where nothing can be bound, on #dialect"() {
        given:
        revision(dialect, '''\
            -- :nothing here
            CREATE TABLE :"tab" (n integer, w text DEFAULT :word, c text DEFAULT ':word \\:word');
            INSERT INTO notes (n, w) VALUES (:n, :word), (CAST(:n AS integer) + 1, :'word');
            INSERT INTO notes (n) SELECT max(n) + :n FROM notes;
            '''.stripIndent(), "tab: 'notes', word: argument('word'), n: 40")

        when:
        project.on(database).argument('word', WORD).build().upgrade('head')

        then:
        database.rows('SELECT n, w, c FROM notes ORDER BY n') ==
                [[40, WORD, ':word \\:word'], [41, WORD, ':word \\:word'], [81, WORD, ':word \\:word']]

        where:
        dialect << ['postgresql', 'sqlite']
    }

    def "names in GRANT, casts and slices"() {
        given:
        def role = 'app ' + UUID.randomUUID()
        revision('postgresql', '''\
            CREATE ROLE :role NOLOGIN VALID UNTIL :until;
            CREATE TABLE notes (a integer[]);
            GRANT SELECT, INSERT (a) ON notes TO :role;
            COMMENT ON TABLE notes IS :word;
            INSERT INTO notes SELECT (ARRAY[1, 2, 3])[2\\:n] FROM (SELECT 3 AS n) s WHERE :word::text = :'word';
            DROP OWNED BY :"role"; DROP ROLE :role;
            '''.stripIndent(), "role: argument('role'), until: '2040-01-01', word: 'a word'")

        when:
        project.on(database).argument('role', role).build().upgrade('head')

        then:
        database.rows('SELECT a::text FROM notes') == [['{2,3}']]
        database.rows("SELECT obj_description('notes'::regclass)") == [['a word']]
    }

    def "#what is refused with its place"() {
        given:
        revision(dialect, sql, values)

        when:
        project.retort(database).upgrade('head')

        then:
        def refused = thrown(RetortException)
        refused.message.contains(sentence)
        refused.problems()*.location()*.toString() == [place]

        where:
        what                      | dialect      | sql                                | values                     || place                        | sentence
        'a name without a value'  | 'postgresql' | 'SELECT 1;\nSELECT :b, :a'         | "a: 1"                     || 'migrations/f.sql:2:1'       | 'The SQL names :b, which was given no value.'
        'a name without a value'  | 'sqlite'     | 'SELECT 1;\nSELECT :b, :a'         | "a: 1"                     || 'migrations/f.sql:2:1'       | 'The SQL names :b, which was given no value.'
        'a name without values'   | 'sqlite'     | 'SELECT :b'                        | "down: 'f.sql'"            || 'migrations/f.sql:1:1'       | 'The SQL names :b, which was given no value.'
        'a value without a name'  | 'postgresql' | 'SELECT :a'                        | "a: 1, bb: 2"              || 'migrations/a1.groovy:5'   | 'The value bb: is not used by the SQL.'
        'nobody as a name'        | 'postgresql' | 'SELECT 1;\nGRANT x TO :a'         | "a: argument('a')"         || 'migrations/f.sql:2:1'       | 'The value a: is null where the name of something is needed.'
    }

    def "the SQL that is written holds them, on #dialect"() {
        given:
        revision(dialect, 'CREATE TABLE :"tab" (n integer);\nINSERT INTO notes VALUES (:n);', "tab: 'notes', n: 40")
        def script = new StringBuilder()

        when:
        project.retort(database).upgradeSql('base:head', script)

        then:
        script.contains('CREATE TABLE notes (n integer);\n\nINSERT INTO notes VALUES (40);\n')

        where:
        dialect << ['postgresql', 'sqlite']
    }

    def "a file without values stays as it is"() {
        given:
        revision('postgresql', "CREATE TABLE t AS SELECT ':x'::text AS a, (ARRAY[1, 2])[1:2] AS b;", null)

        when:
        project.retort(database).upgrade('head')

        then:
        database.rows('SELECT a, b::text FROM t') == [[':x', '{1,2}']]
    }

    def "a statement of megabytes runs on #dialect, and is written"() {
        given:
        revision(dialect, "CREATE TABLE t (a text);\nINSERT INTO t VALUES ('${'x' * 1_800_000}');", null)
        def script = new StringBuilder()

        when:
        project.retort(database).upgradeSql('base:head', script)
        project.retort(database).upgrade('head')

        then:
        script.length() > 1_800_000
        database.rows('SELECT length(a) FROM t') == [[1_800_000]]

        where:
        dialect << ['postgresql', 'sqlite']
    }

    private void revision(String dialect, String sql, String values) {
        database = TestDatabase.of(dialect)
        project.script('f.sql', sql)
        project.revision('a1', [], "upgrade {\nexecuteFile 'f.sql'${values ? ', ' + values : ''}\n}\nirreversible 'a file'")
    }
}
