package dev.retort.internal.sandbox

import dev.retort.RetortException
import dev.retort.internal.operation.Operation
import dev.retort.internal.sandbox.runtime.Budget
import dev.retort.internal.script.ScriptFailed
import java.time.Duration
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Timeout

/** Each attack is refused with its sentence, soon, and before it had its effect. */
class DeniedScriptsSpec extends Specification {

    static final File FOLDER = new File('src/test/resources/sandbox/denied')

    static final Budget SMALL = new Budget(Duration.ofMillis(400), 300, 100_000, 1_000_000)

    static List<File> scripts() {
        FOLDER.listFiles().findAll { it.name.endsWith('.groovy') }.sort { it.name }
    }

    /** All of them; or, where another build has run all, two for each sentence that refuses. */
    private static List<File> chosen() {
        if (System.getProperty('retort.corpus', 'all') == 'all') {
            return scripts()
        }
        scripts().groupBy { sentences(GoldenScripts.beside(it, '.err').text) }.values().collectMany { it.take(2) }
    }

    /** Without where it is, and without the names and numbers of one script. */
    private static List<String> sentences(String refusal) {
        refusal.readLines()*.replaceAll(/^[^:\s]+\.groovy[:\d]*|"[^"]*"|\d+/, '…')
    }

    @Shared
    ScriptCompiler compiler = new ScriptCompiler(SMALL)

    /** Groovy's parser starts threads of its own for the first script, whatever that is. */
    def setupSpec() {
        compiler.compile('first.groovy', "revision 'first'\nupgrade { }\ndowngrade { }")
    }

    def cleanup() {
        AbandonedThreads.stop()
    }

    /** Of the clock, on a machine that has other work; the budget is of the processor. */
    @Timeout(60)
    def "#script.name is refused"() {
        given:
        def expected = GoldenScripts.beside(script, '.err')
        def channel = new GoldenScripts.RecordedChannel()
        def effects = new Effects()

        when:
        String said
        try {
            compiler.compile(script.name, script.text).upgrade(channel)
            said = 'nothing was refused\n'
        } catch (RetortException e) {
            said = e.problems().join('\n') + '\n'
        }
        def left = effects.found()
        if (System.getProperty('retort.golden')) {
            expected.text = said
        }

        then:
        left.empty
        said == expected.text
        channel.lines.empty

        where:
        script << chosen()
    }

    def "the page about security counts these scripts"() {
        given:
        def page = new File('../docs/security.md').text

        expect:
        page.contains("[${scripts().size()} scripts that must be refused]")
        page.contains("[${AllowedScriptsSpec.FOLDER.listFiles().count { it.name.endsWith('.groovy') }} that must run]")
    }

    @Timeout(60)
    def "a list that grows until memory ends is stopped by the clock or by the end of memory"() {
        when:
        compiler.compile('x.groovy', """revision 'x'
            upgrade {
                List<Integer> l = [1]
                while (true) { l.addAll(l) }
            }
            downgrade { }""").upgrade(new GoldenScripts.RecordedChannel())

        then:
        def e = thrown(RetortException)
        e.message.contains('has run for longer than') || e.message.contains('needs more memory than there is')
    }

    def "what a script throws leaves as a sentence, when its class or that of a cause is the script's"() {
        when:
        compiler.compile('x.groovy', """revision 'x'
            class Own extends RuntimeException { String getMessage() { System.identityHashCode('x'); 'told' } }
            upgrade { throw new RuntimeException('outer', new Own()) }
            downgrade { }""".replace("System.identityHashCode('x'); ", '')).upgrade(new GoldenScripts.RecordedChannel())

        then:
        def e = thrown(RetortException)
        e.message == 'x.groovy:3: outer.'
        e.cause.class == ScriptFailed
        e.cause.message == 'x.groovy:3: The script fails: told.'
        e.cause.cause == null
    }

    def "time in the database is not the script's"() {
        given:
        def slow = new SlowChannel()

        when:
        compiler.compile('x.groovy', """revision 'x'
            upgrade {
                execute 'one'
                100.times { }
                execute 'two'
            }
            downgrade { }""").upgrade(slow)

        then:
        slow.lines.size() == 2
    }

    def "an interrupt ends a script"() {
        given:
        def migration = new ScriptCompiler(Budget.DEFAULT).compile('x.groovy', """revision 'x'
            upgrade {
                while (true) { }
            }
            downgrade { }""")

        when:
        Thread.currentThread().interrupt()
        migration.upgrade(new GoldenScripts.RecordedChannel())

        then:
        def e = thrown(RetortException)
        e.message ==~ /x\.groovy(:3)?: The script was interrupted\. .*/

        cleanup:
        Thread.interrupted()
    }

    def "runs of one script share no static state"() {
        given:
        def migration = compiler.compile('x.groovy', """revision 'x'
            class Count { static int n = 0 }
            upgrade { Count.n++
                execute "n is \${Count.n}" }
            downgrade { }""")
        def first = new GoldenScripts.RecordedChannel()
        def second = new GoldenScripts.RecordedChannel()

        when:
        migration.upgrade(first)
        migration.upgrade(second)

        then:
        first.lines == second.lines
        first.lines[0].contains('n is 1')
    }

    static class SlowChannel extends GoldenScripts.RecordedChannel {
        @Override
        long apply(Operation operation) {
            Thread.sleep(600)
            lines << operation.toString()
            0
        }
    }
}
