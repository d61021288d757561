package dev.retort.internal.sandbox.process

import dev.retort.Location
import dev.retort.RetortException
import dev.retort.RetortException.Kind
import dev.retort.internal.header.HeaderScanner
import dev.retort.internal.header.ScriptSource
import dev.retort.internal.operation.Operation
import dev.retort.internal.sandbox.Sandbox
import dev.retort.internal.sandbox.ScriptCompiler
import dev.retort.internal.sandbox.runtime.Budget
import dev.retort.internal.schema.QualifiedName
import dev.retort.internal.script.CatalogQuestion
import dev.retort.internal.script.Channel
import dev.retort.internal.script.Migration
import dev.retort.internal.script.NamingConvention
import dev.retort.internal.script.Row
import dev.retort.internal.script.ScriptTrace
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification

/** A script in a process does what it does in a thread; one process runs all of them. */
@spock.lang.Tag('world')
class ScriptProcessSpec extends Specification {

    static final Budget BUDGET = new Budget(Duration.ofSeconds(2), 1000, 1_000_000, 10_000_000)
    static final NamingConvention NAMING = NamingConvention.DEFAULT.with('pk', 'primary_%(table_name)s')

    @Shared @AutoCleanup
    Sandbox process = new ScriptProcess(BUDGET, NAMING)

    @Shared
    Sandbox thread = new ScriptCompiler(BUDGET, NAMING)

    def "#script asks for the same in a process as in a thread"() {
        given:
        def source = new ScriptSource(script.path, script.text)

        expect:
        asked(process, source) == asked(thread, source)

        where:
        script << files('src/test/resources/scripts/good') + some(files('src/test/resources/sandbox/allowed'))
    }

    def "a schema file declares the same in a process as in a thread, and what is wrong with it is the same"() {
        given:
        def source = new ScriptSource('schema.groovy', text)

        expect:
        declared(process, source) == declared(thread, source)

        where:
        text << ["table('a') {\n column 'id', bigint, primaryKey: true\n}\nview 'v', 'SELECT 1'", "table('a') { colum 'id' }",
                 "table('a') { column 'i', text }\nthrow new IllegalStateException('no')", 'while (true) { }', '']
    }

    private static List<Object> declared(Sandbox sandbox, ScriptSource source) {
        def channel = new Asked()
        try {
            sandbox.compileSchema(source).declare(channel)
            channel.asked
        } catch (RetortException e) {
            channel.asked + [e.kind(), e.message]
        }
    }

    def "what is wrong with #script is the same"() {
        given:
        def source = new ScriptSource(script.path, script.text)

        expect:
        asked(process, source) == asked(thread, source)

        where:
        script << some(files('src/test/resources/scripts/bad'))
    }

    def "a question, a refusal and a failure in a script: #body"() {
        given:
        def source = new ScriptSource('m/x.groovy', "revision 'x'\nupgrade {\n$body\n}\ndowngrade { }\n")

        expect:
        ends(process, source) == ends(thread, source)

        where:
        body << [
                "execute 'BAD'",
                "def a = 1\ntry {\n    execute 'BAD'\n} catch (Exception e) {\n    execute 'SAID ' + e.message\n}\nexecute 'AND', n: a",
                "try { execute 'BAD' } catch (Exception e) { throw e }",
                "Exception kept = null\ntry { execute 'BAD' } catch (Exception e) { kept = e }\nexecute 'GOOD'\nthrow kept",
                "throw new IllegalStateException('mine')",
                "Integer.parseInt('x')",
                "execute 'n ' + query('SELECT 1').collect { it.integer('n') }",
                "try { query('BAD') } catch (Exception e) { execute 'none' }",
                "execute argument('tenant') ?: 'none'\nexecute argument('no such') ?: 'none'",
                "if (hasTable('t')) { createTable('t') { column 'id', integer, primaryKey: true } }",
                "autocommit { execute 'A' }",
                "enumValues 'mood', ['a', 'b', 'c']",
                "onlyOn('postgresql') { online { execute 'there' } }\noffline { execute 'not there' }",
                "dropColumn 't', null",
                "execute 'SELECT :a', a: 1, b: 2",
                "Closure<Integer> loop = null\nloop = { Integer n -> n == 0 ? 0 : loop.call(n + 1) }\nexecute 'x' + loop.call(1)",
                "while (true) { }",
                "def l = [1]\n30.times { l = [l, l] }\nexecute 'h' + l.hashCode()",
                "def s = 'x'\nwhile (true) { s = s + s }",
                "def rows = (1..20000).collect { [id: it, name: 'größe ' + it, at: java.time.LocalDate.of(2026, 1, 1).plusDays(it % 300)] }\nbulkInsert 't', rows",
                "execute 'x', v: [null, 1.50, 1E+3, true, 'half ' + (char) 0xd83d, UUID.fromString('00000000-0000-0000-0000-000000000001')]",
        ]
    }

    def "what a channel throws that is no refusal ends the run, and the next one runs"() {
        given:
        def migration = compiled(process, 'm/y.groovy', "try { execute 'ODD' } catch (Throwable t) { execute 'again' }\nwhile (true) { execute 'more' }")
        def channel = new Asked()

        when:
        migration.upgrade(channel)

        then:
        def e = thrown(UnsupportedOperationException)
        e.message == 'odd'
        channel.asked.size() == 1

        when:
        compiled(process, 'm/z.groovy', "execute 'GOOD'").upgrade(channel)

        then:
        channel.asked.size() == 2
    }

    def "what is refused comes out as it was thrown, with its line"() {
        given:
        def migration = compiled(process, 'm/r.groovy', "\n\nexecute 'BAD'")

        when:
        migration.upgrade(new Asked())

        then:
        def e = thrown(Refused)
        ScriptTrace.locate(e, 'm/r.groovy') == Optional.of(Location.of('m/r.groovy', 5))
    }

    def "a script is interrupted at once, and the process is gone"() {
        given:
        def own = new ScriptProcess(BUDGET, NAMING)
        def migration = compiled(own, 'm/i.groovy', 'while (true) { }')
        Thread.currentThread().interrupt()

        when:
        migration.upgrade(new Asked())

        then:
        def e = thrown(RetortException)
        e.message.startsWith('m/i.groovy: The script was interrupted.')
        Thread.interrupted()
        !own.@child.@process.waitFor().equals(0)

        cleanup:
        own.close()
    }

    @Requires({ os.linux })
    def "the process has no environment, no files of ours, and limits"() {
        given:
        def own = new ScriptProcess(BUDGET, NAMING)
        def opened = new FileInputStream('pom.xml')
        compiled(own, 'm/l.groovy', '')
        Path proc = Path.of('/proc', own.@child.@process.pid().toString())

        expect:
        Files.readString(proc.resolve('environ')) == 'LC_ALL=C.UTF-8\0'
        Files.readSymbolicLink(proc.resolve('cwd')).toFile().list().length == 0
        def files = Files.list(proc.resolve('fd')).withCloseable { it.map { fd -> Files.readSymbolicLink(fd).toString() }.toList() }
        files.findAll { it.startsWith('/') && !(it =~ /\.jar$|\/lib\/modules$|^\/dev\/u?random$/) } == []
        files.findAll { it.startsWith('pipe:') }.size() == 3
        def limits = Files.readString(proc.resolve('limits'))
        limits =~ /Max cpu time +3600 /
        limits =~ /Max file size +0 /
        limits =~ /Max address space +4294967296 /
        limits =~ /Max core file size +0 /

        cleanup:
        opened.close()
        own.close()
    }

    @Requires({ os.linux || os.macOs })
    def "the process ends with its parent"() {
        given:
        def own = new ScriptProcess(BUDGET, NAMING)
        def migration = compiled(own, 'm/e.groovy', 'while (true) { execute \'x\' }')
        def child = own.@child.@process

        when: 'what is left of a parent is a pipe that has ended, in the middle of a run'
        def channel = new Asked() {
            @Override
            long apply(Operation operation) {
                child.outputStream.close()
                0
            }
        }
        migration.upgrade(channel)

        then:
        thrown(RetortException)
        child.waitFor() == 0 || child.exitValue() == 137

        cleanup:
        own.close()
    }

    def "more at once than a message holds is refused in the script"() {
        given:
        def migration = compiled(process, 'm/b.groovy', "def s = 'x' * 9000000\nexecute 'x', v: [s] * 20")

        when:
        migration.upgrade(new Asked())

        then:
        def e = thrown(RetortException)
        e.message.contains('The script asks for more at once than a process of scripts can send: 128 MiB, or 8000000 values.')
    }

    private static List<File> files(String folder) {
        new File(folder).listFiles().findAll { it.name.endsWith('.groovy') }.sort { it.name }
    }

    /** Each is compiled twice, and what they are about is not the process. */
    private static List<File> some(List<File> files) {
        files.indexed().findAll { i, file -> i % 8 == 0 }.values().toList()
    }

    private static Migration compiled(Sandbox sandbox, String file, String body) {
        def source = new ScriptSource(file, "revision 'x'\nupgrade {\n$body\n}\ndowngrade { }\n")
        sandbox.compile(source, HeaderScanner.scan(source))
    }

    /** All that a script asks for on its ways up and down, and what it ends with. */
    private static List<Object> asked(Sandbox sandbox, ScriptSource source) {
        Migration migration
        try {
            migration = sandbox.compile(source, HeaderScanner.scan(source))
        } catch (RetortException e) {
            return [e.kind(), e.problems()]
        }
        ['postgresql', 'sqlite'].collectMany { dialect ->
            [true, false].collectMany { offline ->
                run(new Asked(dialect: dialect, offline: offline)) { migration.upgrade(it) } +
                        run(new Asked(dialect: dialect, offline: offline)) { migration.downgrade(it) }
            }
        } + [migration.irreversible()]
    }

    private static List<Object> ends(Sandbox sandbox, ScriptSource source) {
        def migration = sandbox.compile(source, HeaderScanner.scan(source))
        run(new Asked()) { migration.upgrade(it) }
    }

    private static List<Object> run(Asked channel, Closure<?> work) {
        try {
            work(channel)
        } catch (RetortException e) {
            return channel.asked + e.kind() + e.problems()
        }
        channel.asked
    }

    static class Refused extends RetortException {
        Refused() {
            super(Kind.FAILED, 'No such table.')
        }
    }

    /** Keeps what is asked for, refuses what is called BAD, and fails at what is called ODD. */
    static class Asked implements Channel {
        final List<Object> asked = []
        String dialect = 'postgresql'
        boolean offline

        @Override
        String dialect() { dialect }

        @Override
        String argument(String name) { note(['argument', name], name == 'tenant' ? 'acme' : null) as String }

        @Override
        boolean isOffline() { offline }

        @Override
        long apply(Operation operation) { note(operation, 3L) as long }

        @Override
        List<Row> query(String sql, Map<String, Object> parameters) {
            note([sql, parameters], sql.contains('HAVING') ? [] : [new Row([id: 7, name: ' ada ', n: 3])]) as List<Row>
        }

        @Override
        boolean has(CatalogQuestion question) { note(question, true) }

        @Override
        List<String> enumValues(QualifiedName enumeration) { note(enumeration, ['a', 'b']) as List<String> }

        @Override
        void beginAutocommit() { note('begin', null) }

        @Override
        void endAutocommit() { note('end', null) }

        private Object note(Object what, Object answer) {
            asked << what
            if (what.toString().contains('BAD')) {
                throw new Refused()
            } else if (what.toString().contains('ODD')) {
                throw new UnsupportedOperationException('odd')
            }
            answer
        }
    }
}
