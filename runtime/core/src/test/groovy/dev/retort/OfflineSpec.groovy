package dev.retort

import dev.retort.internal.testing.DatabaseImage
import dev.retort.internal.testing.InSchema
import dev.retort.internal.testing.Project
import dev.retort.internal.testing.RememberedScripts
import dev.retort.internal.testing.SqlShell
import dev.retort.internal.testing.TestDatabase
import spock.lang.Specification

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

/**
 * The SQL that is written down leads where the online run leads, to the last byte of catalog and rows: for all examples
 * and for random chains. {@code -Dretort.rounds=200} tries more of these, {@code -Dretort.test.seed=…} begins with another,
 * and {@code -Dretort.shells=true} lets psql and sqlite3 run the scripts.
 */
@spock.lang.Tag('database')
class OfflineSpec extends Specification {

    static final int ROUNDS = Integer.getInteger('retort.rounds', 2)

    int filled
    TestDatabase offline
    TestDatabase online

    def setupSpec() {
        ['sqlite', 'postgresql'].each { println "OfflineSpec: scripts for $it are run ${SqlShell.of(it) ? 'by ' + SqlShell.of(it) : 'statement by statement, as there is no shell for it'}" }
    }

    def cleanup() {
        offline?.close()
        online?.close()
    }

    def "#folder is the same by its script, step by step with rows in it, on #dialect"() {
        given:
        open(dialect)
        def chain = { TestDatabase database ->
            database.lentTo(RememberedScripts.by(Retort.configure())).migrations(Path.of(folder)).build()
        }
        def written = chain(offline)
        def run = chain(online)
        def steps = run.history(null, false)*.id().reverse()

        when:
        steps.each { step -> upgraded(written, run, step) }
        def up = run.rows()
        while (run.rows()) {
            def head = run.show(run.rows().first())[0]
            downgraded(written, run, head.downRevisions() ? head.downRevisions()[0] : "${head.id()}@base")
        }

        then:
        up
        run.rows().isEmpty()

        where:
        [folder, dialect] << [folders(), ['sqlite', 'postgresql']].combinations()
    }

    def "the random chain of seed #seed is the same by its script, on #dialect"() {
        given:
        open(dialect)
        def project = RandomChain.write(seed, 5)
        def run = project.retort(online)

        when: 'a part from where the database is, the rest between revisions that are named'
        byScript(project.retort(offline), 'upgradeSql', 'r2')
        run.upgrade('r2')

        then:
        same(project)

        when:
        byScript(project.retort(offline), 'upgradeSql', 'r2:head')
        run.upgrade('head')

        then:
        same(project)

        when:
        byScript(project.retort(offline), 'downgradeSql', 'r3')
        run.downgrade('r3')

        then:
        same(project)

        when:
        byScript(project.retort(offline), 'downgradeSql', 'r3:base')
        run.downgrade('base')

        then:
        same(project)

        cleanup:
        project?.close()

        where:
        [seed, dialect] << [seeds(), ['sqlite', 'postgresql']].combinations()
    }

    def "on #dialect: #what"() {
        given:
        open(dialect)
        def project = new Project()
        files.each { name, text -> project.script(name, text) }
        project.revision('a1', [], "upgrade {\n$body\n}\ndowngrade { }")

        when:
        byScript(project.retort(offline), 'upgradeSql', 'base:head')
        project.retort(online).upgrade('head')

        then:
        same(project)

        cleanup:
        project?.close()

        where:
        [what, files, body, dialect] << SUSPECTS.collectMany { what, files, body, dialects -> dialects.collect { [what, files, body, it] } }
    }

    def "what the shell of #dialect would take for its own is refused: #body"() {
        given:
        open(dialect)
        def project = new Project()
        files.each { name, text -> project.script(name, text) }
        project.revision('a1', [], "upgrade {\n$body\n}\ndowngrade { }")
        def script = new StringBuilder()

        when:
        project.retort(offline).upgradeSql('base:head', script)

        then:
        def refused = thrown(RetortException)
        refused.message.contains(sentence)
        refused.problems()[0].location() != null
        script.length() == 0

        cleanup:
        project?.close()

        where:
        dialect      | files                                  | body                                                     || sentence
        'postgresql' | [:]                                    | "execute 'SELECT 1 \\\\! touch x'"                       || 'psql would take it for a command'
        'postgresql' | [:]                                    | "execute 'SELECT 1 \\\\; SELECT 2'"                      || 'psql would take it for a command'
        'postgresql' | [:]                                    | "execute 'SELECT 1 AS a \\\\gset'"                       || 'There is a command of a shell'
        'postgresql' | [:]                                    | "createTable('t') { column 'a', integer, default: sql('1 \\\\! x') }" || 'psql would take it for a command'
        'sqlite'     | [:]                                    | "execute 'SELECT 10\\n / \\n5'"                          || 'A line that says only "/" ends a statement in sqlite3'
        'sqlite'     | [:]                                    | "execute 'SELECT 1 AS\\nGO\\n'"                          || 'A line that says only "GO" ends a statement in sqlite3'
        'sqlite'     | ['a.sql': "SELECT 'a\r\nb';\r\n"]      | "executeFile 'a.sql'"                                    || 'the line end of Windows that is within quotes'
    }

    def "a backslash outside of quotes is refused online as well"() {
        given:
        open('postgresql')
        def project = new Project()
        project.revision('a1', [], "upgrade {\n    execute 'SELECT 1 \\\\! touch x'\n}\ndowngrade { }")

        when:
        project.retort(online).upgrade('head')

        then:
        def refused = thrown(RetortException)
        refused.message.contains('migrations/a1.groovy:5: ')
        refused.message.contains('A backslash outside of quotes is no SQL, and psql would take it for a command: SELECT 1 \\! touch x.')

        cleanup:
        project?.close()
    }

    private static final List<String> BOTH = ['sqlite', 'postgresql']
    private static final List<List<Object>> SUSPECTS = [
            ['numbers keep the type they are bound with', [:], '''
                createTable('t') { column 'a', numeric }
                [[n: 5], [n: 5L], [n: 5G], [n: 5.0G], [n: -5], [n: 5.0d], [n: 10 / 2], [n: 1e20d], [n: 123456789012345678901234567890G], [n: 0.1f]].each { values ->
                    execute "INSERT INTO t SELECT 7 / (:n + 0)", [[n: values.n]]
                    execute "INSERT INTO t SELECT :n*2-:n", [[n: values.n]]
                }''', BOTH],
            ['a minus never meets another one', [:], '''
                createTable('t') { column 'a', integer }
                execute 'INSERT INTO t SELECT 1-:n', n: -5
                execute 'INSERT INTO t SELECT 1 WHERE 2>:n LIMIT:m', n: -5, m: 3
                table('t').where(a: -5).update(a: -6)
                table('t').where('a-:x = 1', x: -7).update(a: sql('a-1'))''', BOTH],
            ['types of parameters', [:], '''
                createTable('t') { column 'a', text }
                execute 'INSERT INTO t SELECT pg_typeof(:n / 1)::text', [[n: 5], [n: 5L], [n: 5G], [n: -5L], [n: 5.5G], [n: true]].collect { [n: it.n == true ? 1 : it.n] }
                execute "INSERT INTO t SELECT :n::text", n: -5''', ['postgresql']],
            ['texts that look like something else', [:], '''
                createTable('t') { column 'id', integer; column 'a', text, default: 'a\\\\b \\'c\\' :d' }
                bulkInsert 't', ['a\\\\b', 'x\\r\\ny', ':PORT ?', '$$ \\\\! ls', 'go\\n/\\n.quit', '; -- COMMIT', "it's", '', null].withIndex().collect { a, i -> [id: i, a: a] }
                table('t').insert(id: 99)
                execute "INSERT INTO t VALUES (100, 'x ? :y \\\\\\\\ ' || :z)", z: '\\\\ :z ?'
                execute "INSERT INTO t VALUES (101, 'go\\n/\\n.quit\\n\\\\\\\\q')"''', BOTH],
            ['a colon before a word', [:], '''
                createTable('t') { column 'a', array(integer) }
                execute "INSERT INTO t SELECT a[1:ENCODING] || a[1:2] || a[1:2::int] FROM (SELECT ARRAY[1, 2, 3] AS a, 2 AS encoding) x"
                createFunction 'f()', returns: 'text', language: 'sql', body: "SELECT ':ENCODING' -- :ENCODING"
                execute "CREATE FUNCTION g(n integer) RETURNS integer LANGUAGE sql RETURN n; INSERT INTO t SELECT ARRAY[g(n:=1)]"''', ['postgresql']],
            ['rows of JSON', ['r.jsonl': '''{"id": 1, "j": "text", "b": "x\\\\y", "a": ["a", null, "b\\"c"], "t": {"x": [1, "2"]}, "d": "2026-01-01"}
{"id": 2, "j": [1, {"z": null}], "b": 5, "a": [], "t": true, "d": null}
{"id": 3, "j": null, "b": {"k": "it's"}, "a": null, "t": "a\\u0001\\ttab", "d": "2026-12-31"}
'''], '''
                createTable('t') { column 'id', integer; column 'j', json; column 'b', jsonb; column 'a', array(text); column 't', text; column 'd', date; column 'z', integer, default: 7 }
                bulkInsert 't', jsonLines('r.jsonl')''', ['postgresql']],
            ['rows of JSON and CSV', ['r.jsonl': '{"id": 1, "j": "text", "t": {"x": 1}}\n{"id": 2, "j": [1], "t": true}\n', 'r.csv': 'id,t,d\n3,"a\\b\nc",2026-01-01\n4,,\n'], '''
                createTable('t') { column 'id', integer; column 'j', json; column 't', text; column 'd', date }
                bulkInsert 't', jsonLines('r.jsonl')
                bulkInsert 't', csv('r.csv')''', BOTH],
            ['a file with the line ends of Windows', ['a.sql': "CREATE TABLE t (a integer,\r\n b text);\r\n-- c\r\nINSERT INTO t\r\nVALUES (1, 'x');\r\n"], "executeFile 'a.sql'", BOTH],
            ['values of every kind', [:], '''
                createTable('t') { column 'a', text; column 'd', date; column 'ts', timestamp(timezone: true); column 'b', bytes; column 'u', uuid; column 'o', bool; column 'n', numeric(30, 10) }
                execute 'INSERT INTO t VALUES (:a, :d, :ts, :b, :u, :o, :n)', a: 'é\\uD83D\\uDE00', d: java.time.LocalDate.of(2024, 2, 29), ts: java.time.Instant.ofEpochSecond(1000000000L, 123000000L),
                    b: [0, 1, 92, -1] as byte[], u: UUID.fromString('7f1dbd3c-5f3e-4c39-9d0c-0f6f2b1c8a55'), o: false, n: -1234567890.0123456789G''', BOTH]]

    private void open(String dialect) {
        offline = TestDatabase.of(dialect)
        online = TestDatabase.of(dialect)
    }

    /** Has a shell run what is written of a migration. */
    private void byScript(Retort written, String direction, String range) {
        def script = new StringBuilder()
        written."$direction"(range, script)
        SqlShell.run(offline, script.toString())
    }

    private void upgraded(Retort written, Retort run, String step) {
        byScript(written, 'upgradeSql', step)
        run.upgrade(step)
        assert differences() == []
        [offline, online].each { fill(it, filled++) }
        assert differences() == []
    }

    private void downgraded(Retort written, Retort run, String target) {
        byScript(written, 'downgradeSql', target)
        run.downgrade(target)
        assert differences() == []
    }

    private boolean same(Project project) {
        def scripts = project.migrations.toFile().listFiles().toSorted().findAll { it.name.endsWith('.groovy') }*.text.join('\n')
        assert differences() == [] : scripts
        true
    }

    /** What one of the two databases has, and the other has not. */
    private List<String> differences() {
        def expected = DatabaseImage.of(online)
        def actual = DatabaseImage.of(offline)
        def all = (expected - actual).collect { "only online: $it" } + (actual - expected).collect { "only offline: $it" }
        all ?: expected == actual ? [] : ['another order']
    }

    /** Puts a row into each table that takes one; what it refuses, both databases refuse. */
    private static void fill(TestDatabase database, int step) {
        def schema = dev.retort.internal.testing.StorySpec.schema(database)
        InSchema.tables(schema).values().each { table ->
            def columns = table.columns().findAll { !it.generated() && !it.identity() }
            if (columns) {
                def values = columns.collect { column -> column.name() == 'id' ? "${900000 + step.intdiv(2)}" : column.name().endsWith('_id') ? '1' : column.type().toString() =~ /(?i)int|num/ ? '7' : "'todo${step.intdiv(2)}'" }
                try {
                    database.execute("INSERT INTO ${table.name()} (${columns*.name().collect { '"' + it + '"' }.join(', ')}) VALUES (${values.join(', ')})")
                } catch (java.sql.SQLException ignored) {
                    // The table wants other rows.
                }
            }
        }
    }

    private static List<Long> seeds() {
        def first = Long.getLong('retort.test.seed', 20261129L)
        (0..<ROUNDS).collect { first + it }
    }

    private static List<String> folders() {
        def examples = Files.list(Path.of('../../examples')).map { it.resolve('migrations') }.filter { Files.isDirectory(it) }.toList()
        (examples*.toString() + '../../migrations').toSorted()
    }
}
