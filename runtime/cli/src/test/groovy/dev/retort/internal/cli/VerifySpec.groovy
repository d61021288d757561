package dev.retort.internal.cli

import dev.retort.Cancellation
import dev.retort.internal.testing.TestDatabase
import java.nio.file.Files
import java.util.concurrent.CompletableFuture
import java.util.concurrent.TimeUnit
import spock.lang.Requires
import spock.lang.Tag
import spock.util.concurrent.PollingConditions

/** {@code verify}: what it prints, and what it ends with. What it finds is in the engine's specs. */
@Tag('database')
class VerifySpec extends CommandSpec {

    private static final String POSTS = "change { createTable('posts') { column 'id', integer, primaryKey: true; column 'slug', text } }"

    def "a chain that is right on #dialect is said to be so, check by check, and the database is as it was"() {
        given:
        on(dialect)
        project.revision('a1', POSTS).table('b2', ['a1'])
        retorts('upgrade a1')

        expect:
        retort('verify --seed 5').with { [exit, out, err] } == [0, """\
            ok        heads    The chain has its heads
            ok        scripts  Every script compiles and fits its place
            ok        a1       Do a1
            ok        b2       Do b2
            ok        base     A downgrade to base leaves nothing
            ok        again    The upgrade after it does the same, another one nothing
            ok        sql      The SQL of --sql leads to the same

            7 checks passed. The same rows again: retort verify --seed 5
            """.stripIndent(), '']
        retort('current').out.startsWith('a1')
        database.tables().findAll { !it.startsWith('retort_') } == ['posts']

        where:
        dialect << DIALECTS
    }

    def "what a downgrade forgets on #dialect is shown as the operations that would lead back"() {
        given:
        on(dialect)
        project.revision('a1', POSTS)
        project.revision('b2', ['a1'], "upgrade { createIndex 'ix', 'posts', ['slug'] }\ndowngrade { query 'SELECT 1' }")

        when:
        def run = retort('verify --seed 5 --except sql --except base')

        then:
        run.exit == 6
        run.err == ''
        run.out == """\
            ok        heads    The chain has its heads
            ok        scripts  Every script compiles and fits its place
            ok        a1       Do a1
            FAILED    b2       Do b2
                migrations/b2.groovy:4:1: The downgrade leaves another schema than the one before the upgrade.
                These operations would lead to it:
                  index ix:
                      dropIndex 'ix', 'posts', was: ['slug']
            left out  base     A downgrade to base leaves nothing
                It was not asked for.
            ok        again    The upgrade after it does the same, another one nothing
            left out  sql      The SQL of --sql leads to the same
                It was not asked for.

            1 of 7 checks failed, 2 left out. Repeat with: retort verify --to b2 --except sql --except base --seed 5
            """.stripIndent()

        where:
        dialect << DIALECTS
    }

    def "only what the database lacks is proven with --pending"() {
        given:
        on('sqlite')
        project.table('a1').table('b2', ['a1']).table('c3', ['b2'])
        retorts('upgrade b2')

        expect:
        retort('verify --pending --json').json.checks.findAll { it.kind == 'round trip' }*.name == ['c3']
        retort('verify --pending --from a1').with { [exit, err] } ==
                [2, 'error: --pending starts where the database is, and --from elsewhere. Leave one of them out.\n']
        retort('verify --rows -1').exit == 2
        retort('verify --except nothing').with { [exit, err] } ==
                [2, 'error: There is no check "nothing" to leave out. Name a revision by its whole id, or one of: again, base, heads, scripts, sql\n']
    }

    def "the model is compared where there is one"() {
        given:
        on('sqlite')
        project.revision('a1', POSTS)
        project.home.resolve('schema.groovy').toFile().text = "table('posts') { column 'id', integer, primaryKey: true }"

        when:
        def run = retort('verify --seed 5 --json')

        then:
        run.exit == 6
        run.json.checks.findAll { it.outcome == 'failed' }*.name == ['model']
        run.json.checks.find { it.name == 'model' }.problems[0].contains("dropColumn 'posts', 'slug'")
        run.json.passed == false
    }

    def "a server on which nothing can be created is named"() {
        given:
        on('sqlite')
        project.revision('a1', POSTS)
        variables.DATABASE_URL = 'postgresql://nobody@127.0.0.1:1/none'

        expect:
        retort('verify').with { [exit, err] } == [4,
            'error: The database postgresql://nobody@127.0.0.1:1/none cannot be used: Connection to 127.0.0.1:1 refused. Is the address right, and is the server running?\n']
    }

    def "the command that is printed shows the same failure, with #options on #dialect"() {
        given: 'an upgrade that loses what rows of one shape have, and another chain beside'
        on(dialect)
        project.revision('a1', POSTS)
        project.revision('b2', ['a1'], "upgrade { execute 'UPDATE posts SET slug = NULL WHERE length(slug) > 6' }\ndowngrade { query 'SELECT 1' }")
        project.table('c3', ['b2'])
        retorts('upgrade a1')
        if (options[0] == '--url') {
            variables.remove('DATABASE_URL')
            options = ['--url', database.jdbcUrl.replaceFirst(/(user=\w+)/, '$1&password=se%20cret')]
        }

        when:
        def run = retort(['verify'] + options)
        def command = (run.out =~ /Repeat with: (.+)\n/)[0][1] as String
        retorts('upgrade c3')
        def again = retort((command =~ /'[^']*'|\S+/).collect { (it as String).replace("'", '') }.drop(1))

        then:
        run.exit == 6
        again.exit == 6
        failure(again) == failure(run)
        again.out.contains("Repeat with: $command\n")
        !command.contains('cret')
        command =~ expected

        where:
        [dialect, options, expected] << [
                ['sqlite', [], /^retort verify --to b2 --seed \d+$/],
                ['sqlite', ['--rows', '3', '--except', 'c3', '--except', 'model', '-x', 'a=b c'],
                 /^retort verify -x 'a=b c' --to b2 --rows 3 --except c3 --except model --seed \d+$/],
                ['sqlite', ['--pending'], /^retort verify --from a1 --to b2 --seed \d+$/],
                ['sqlite', ['--from', 'a1', '--migrations', 'migrations'], /^retort verify --migrations migrations --from a1 --to b2 --seed \d+$/],
                ['postgresql', ['--url'], /^retort verify --url '?jdbc:postgresql:.+ --to b2 --seed \d+$/],
        ]
    }

    /** What is printed of the second revision. */
    private static List<String> failure(Outcome run) {
        run.out.readLines().dropWhile { !it.startsWith('FAILED    b2') }.drop(1).takeWhile { it.startsWith('  ') }
    }

    def "a failure that needs a revision beside is repeated with all of them"() {
        given:
        on('sqlite')
        project.revision('a1', POSTS)
        project.revision('c3', ['a1'], "upgrade { execute \"INSERT INTO posts (id, slug) VALUES (-5, 'left')\" }\ndowngrade { execute 'DELETE FROM posts WHERE id = -5' }")
        project.revision('b2', ['a1'], "upgrade { execute 'UPDATE posts SET slug = NULL WHERE id = -5' }\ndowngrade { query 'SELECT 1' }")

        when:
        def run = retort('verify --seed 2 --except heads --except sql --except base --except again')

        then:
        run.out.readLines().findAll { it.startsWith('FAILED') } == ['FAILED    b2       Do b2']
        run.out.endsWith('Repeat with: retort verify --except heads --except sql --except base --except again --seed 2\n')
    }

    def "the database of the URL is not even connected to on #dialect"() {
        given:
        on(dialect)
        project.revision('a1', POSTS).table('b2', ['a1'])
        retorts('upgrade a1')
        def before = trace()

        when:
        retorts('verify')

        then:
        trace() == before

        where:
        dialect << DIALECTS
    }

    /** The bytes of a file and those beside it; on a server, the sessions that the database has had. */
    private Object trace() {
        if (database.dialect == 'sqlite') {
            def file = new File(database.jdbcUrl - 'jdbc:sqlite:')
            return [file.bytes.toList(), file.lastModified(), file.parentFile.list().sort()]
        }
        String name = (database.jdbcUrl =~ /\/(spec_\w+)/)[0][1]
        def other = TestDatabase.postgresql()
        try {
            // What a session did is counted when it ends at the latest.
            new PollingConditions(timeout: 20, delay: 0.05).eventually {
                assert other.rows("SELECT 1 FROM pg_stat_activity WHERE datname = '$name'") == []
            }
            other.rows("SELECT sessions, tup_inserted, tup_updated, tup_deleted FROM pg_stat_database WHERE datname = '$name'")
        } finally {
            other.close()
        }
    }

    def "a role that may not create databases is named once, and no script is blamed"() {
        given:
        on('postgresql')
        project.revision('a1', POSTS)
        String role = 'poor_' + UUID.randomUUID().toString().substring(0, 8)
        database.execute("CREATE ROLE $role LOGIN")
        variables.DATABASE_URL = database.jdbcUrl.replaceFirst('user=\\w+', "user=$role")

        when:
        def run = retort('verify')

        then:
        run.exit == 1
        run.out.readLines()*.replaceFirst(/ {2,}.*/, '') == ['ok', 'ok']
        run.err.startsWith('error: No scratch database can be created beside ')
        run.err.contains('Let the role create databases, with: ALTER ROLE … CREATEDB; ')
        run.err.readLines().size() == 1

        cleanup:
        database.execute("DROP ROLE IF EXISTS $role")
    }

    @Requires({ os.linux })
    def "who stops it finds nothing left of it on #dialect"() {
        given:
        on(dialect)
        project.revision('a1', POSTS)
        project.revision('b2', ['a1'], "upgrade { execute \"\"\"${endless}\"\"\" }\ndowngrade { query 'SELECT 1' }")
        def cancellation = new Cancellation()
        def out = new ByteArrayOutputStream()
        def stream = new PrintStream(out, true)
        def process = new ProcessContext(stream, stream, ProcessContext.Terminals.NONE, variables, project.home, cancellation)

        when:
        def code = CompletableFuture.supplyAsync { Program.run(['verify'] as String[], process) }
        while (!out.toString().contains('ok        a1')) {
            Thread.sleep(20)
        }
        Thread.sleep(300)
        def used = scratches()
        cancellation.request()

        then: 'it ends, and does not report what it has not tried'
        code.get(30, TimeUnit.SECONDS).number() == 1
        out.toString().readLines().last().startsWith('error: ')
        out.toString().contains('The run was stopped')
        !out.toString().contains('FAILED')
        used.size() == 1
        scratches() == []
        database.dialect == 'postgresql' || !new File(used[0]).parentFile.exists()

        where:
        dialect      | endless
        'postgresql' | 'SELECT pg_sleep(600)'
        'sqlite'     | 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n'
    }

    /** The databases beside this one, or the files that this process has open or had open. */
    private List<String> scratches() {
        if (database.dialect == 'sqlite') {
            return new File('/proc/self/fd').listFiles().collect { Files.isSymbolicLink(it.toPath()) ? Files.readSymbolicLink(it.toPath()).toString() : '' }
                    .findAll { it.contains('retort-scratch') && new File(it).exists() }.unique()
        }
        String name = database.rows('SELECT current_database()')[0][0]
        database.rows("SELECT datname FROM pg_database WHERE starts_with(datname, 'retort_scratch_${Integer.toHexString(name.hashCode())}_')").flatten()
    }
}
