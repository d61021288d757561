package dev.retort.internal.cli

import dev.retort.internal.testing.Project
import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.LinkOption
import java.nio.file.Path
import java.sql.DriverManager
import java.util.regex.Pattern
import spock.lang.Shared

/**
 * Whatever is wrong with a project, an address or a command line: there is an exit code that is documented, a sentence, no stack trace, no password, and
 * nothing is lost. {@code -Dretort.fuzz=100000} runs more cases than the build does, {@code -Dretort.test.seed=…} the same ones again.
 */
class FuzzSpec extends CommandSpec {

    static final int CASES = Integer.getInteger('retort.fuzz', 1_000)
    /** The same cases in every build; others on demand. */
    static final long SEED = Long.getLong('retort.test.seed', 9000L)

    /** A case takes milliseconds; this is for a machine that does much else. */
    static final int SECONDS = 30

    /** Every number that is documented but that of a bug, and those of signals. */
    static final Set<Integer> CODES = [0, 1, 2, 3, 4, 5, 6] as Set

    static final Set<String> READING = ['plan', 'current', 'status', 'history', 'heads', 'bases', 'branches', 'show', 'config', 'list-templates', 'list_templates', '--sql'] as Set

    /** Frames, names of exceptions, and the JVM's own words. */
    static final Pattern LEAK = ~/(?m)^\s+at [\w.$\/]+\(|^Caused by|\b[A-Z][a-z]\w*(Exception|Error)\b|\b(java|javax|groovy|org\.codehaus|org\.tomlj|org\.antlr|picocli|com\.zaxxer)\.\w+\.\w|Cannot invoke "|out of bounds|begin \d+, end|[:"] null\b|\bOptional\[|@[0-9a-f]{6,8}\b/

    @Shared
    byte[] applied = applied()

    def "spoiled #what: a code, a sentence, nothing lost"() {
        given:
        println "fuzz $what: $cases cases, seed $SEED"
        Map<String, String> findings = [:]

        when:
        for (int i = 0; i < cases && findings.size() < 40; i++) {
            check(what, SEED + i, findings)
        }

        findings.values().each { println it }

        then:
        assert findings.keySet().isEmpty() : "seed $SEED"

        where:
        what            | share
        'header'        | 30
        'configuration' | 15
        'url'           | 10
        'commandLine'   | 20
        'body'          | 10
        'data'          | 7
        'files'         | 8
        cases = (int) Math.ceil(CASES * share / 100)
    }

    private void check(String what, long seed, Map<String, String> findings) {
        new SpoiledProject(seed, applied).withCloseable { project ->
            project."$what"()
            def before = contents(project)
            def out = new ByteArrayOutputStream()
            def err = new ByteArrayOutputStream()
            long start = System.nanoTime()
            int exit = -1
            Throwable thrown = null
            try {
                exit = Main.run(project.arguments as String[], printing(out), printing(err), project.variables, project.home)
            } catch (Throwable e) {
                thrown = e
            }
            def took = (System.nanoTime() - start).intdiv(1_000_000_000)
            def outcome = new Outcome(exit: exit, out: out.toString(StandardCharsets.UTF_8), err: err.toString(StandardCharsets.UTF_8))
            def wrong = thrown ? ["throws $thrown ${thrown.stackTrace.take(6)}".toString()] : faults(project, outcome)
            if (took > SECONDS) {
                wrong << "took $took s"
            }
            if (!thrown) {
                wrong.addAll(losses(project, outcome, before))
            }
            if (wrong) {
                def told = "-- $what, seed $seed: retort ${project.arguments.collect { it.inspect().take(300) }} $project.variables -> $exit: $wrong\n" +
                        "${outcome.out.take(1500)}\n${outcome.err.take(3000)}"
                findings.putIfAbsent(wrong.join().replaceAll(/\d+|'.*?'|".*?"/, '#').take(150), told)
            }
        }
    }

    private static List<String> faults(SpoiledProject project, Outcome outcome) {
        List<String> wrong = []
        boolean json = '--json' in project.arguments
        if (!(outcome.exit in CODES)) {
            wrong << "code $outcome.exit ${(outcome.err =~ /(?m)^[\w.]+(Exception|Error).*\n.*\n.*/).with { it ? it.group() : '' }}".toString()
        }
        if (outcome.exit != 0 && outcome.exit != 6 && (json ? outcome.out : outcome.err).isBlank()) {
            wrong << 'no sentence'
        }
        def leak = LEAK.matcher(outcome.err + (outcome.exit == 0 ? '' : outcome.out.replace('" : null', '')))
        if (outcome.exit in CODES && leak.find()) {
            wrong << "says ${leak.group().strip()}".toString()
        }
        // A word of the text may have been put where another stood: then the password is the name of a setting.
        def told = (outcome.out + outcome.err).replaceAll(/There is no setting \\?"$SpoiledProject.SECRET\\?"/, '')
        if (told.contains(SpoiledProject.SECRET) && !project.arguments.contains('show')) {
            wrong << 'tells the password'
        }
        if (json && !(outcome.out =~ /^(Usage: |retort |Retort)/)) {
            try {
                assert JsonText.parsed(outcome.out) != null
            } catch (Throwable e) {
                wrong << "no JSON document: ${e.message.readLines().first()}".toString()
            }
        }
        wrong
    }

    /** What is gone or changed that must not be. */
    private static List<String> losses(SpoiledProject project, Outcome outcome, Map<String, byte[]> before) {
        def now = contents(project)
        def changed = (before.keySet() + now.keySet()).findAll { !Arrays.equals((byte[]) before[it], (byte[]) now[it]) }
        boolean began = outcome.err.contains('Running ') || outcome.out.contains('Revision c1') || outcome.err.contains('Revision c1') || outcome.err.contains('Revision b1')
        def command = project.arguments.find { it in SpoiledProject.COMMANDS }
        boolean reads = command in READING || '--sql' in project.arguments
        // A spoiled configuration may name other tables, which begin with the first revision.
        boolean configured = Arrays.equals((byte[]) before['some/deep/project/retort.toml'], SpoiledProject.GOOD['retort.toml'].getBytes(StandardCharsets.UTF_8))
        List<String> wrong = []
        if (changed && (reads || outcome.exit in [2, 3, 4, 5] || outcome.exit == 1 && !began)) {
            wrong << "exit $outcome.exit and changed $changed".toString()
        }
        if (changed == ['some/deep/project/app.db'] as Set && outcome.exit == 1 && began && configured) {
            wrong.addAll(half(project, before['some/deep/project/app.db']))
        }
        wrong
    }

    /** A failed run leaves whole revisions: where the version rows are what they were, so is the schema, and so are the rows. */
    private static List<String> half(SpoiledProject project, byte[] before) {
        def old = Files.write(project.root.resolve('before.db'), before)
        def then = content(old)
        def now = content(project.database)
        now.versions == then.versions && now != then ? ["half done: $then -> $now".toString()] : []
    }

    private static Map<String, Object> content(Path database) {
        DriverManager.getConnection("jdbc:sqlite:$database").withCloseable { connection ->
            def rows = { String sql ->
                def result = connection.createStatement().executeQuery(sql)
                List found = []
                while (result.next()) {
                    found << result.getString(1)
                }
                found
            }
            [versions: rows('SELECT version_num FROM retort_version ORDER BY 1'), schema: rows('SELECT sql FROM sqlite_schema ORDER BY name'), users: rows('SELECT id FROM users ORDER BY 1')]
        }
    }

    private static Map<String, byte[]> contents(SpoiledProject project) {
        Map<String, byte[]> files = [:]
        Files.walk(project.root).withCloseable { paths ->
            paths.forEach { Path path ->
                if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    files[project.root.relativize(path).toString()] = Files.readAllBytes(path)
                } else {
                    files[project.root.relativize(path).toString()] = new byte[0]
                }
            }
        }
        files
    }

    private static PrintStream printing(OutputStream bytes) {
        new PrintStream(bytes, true, StandardCharsets.UTF_8)
    }

    /** A database at the second revision, with a row. */
    private static byte[] applied() {
        new Project().withCloseable { project ->
            SpoiledProject.GOOD.each { name, text ->
                def path = project.home.resolve(name)
                Files.createDirectories(path.parent)
                Files.writeString(path, text)
            }
            assert Main.run(['upgrade', 'b1'] as String[], printing(OutputStream.nullOutputStream()), System.err, [:], project.home) == 0
            DriverManager.getConnection("jdbc:sqlite:${project.home.resolve('app.db')}").withCloseable {
                it.createStatement().execute("INSERT INTO users VALUES (1, 'Ann')")
            }
            Files.readAllBytes(project.home.resolve('app.db'))
        }
    }
}
