package dev.retort.internal.sandbox

import dev.retort.Problem
import dev.retort.RetortException
import dev.retort.RetortException.Kind
import dev.retort.internal.operation.Operation
import dev.retort.internal.sandbox.runtime.Budget
import dev.retort.internal.script.ScriptFailed
import java.time.Duration
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Timeout

/** What goes between the thread of a script and the one that runs it: values, words and lines. */
@Timeout(60)
class HandOverSpec extends Specification {

    @Shared
    ScriptCompiler compiler = new ScriptCompiler()

    private static String script(String body, String rest = '') {
        "revision 'x'\nupgrade {\n$body\n}\ndowngrade { }\n$rest"
    }

    /** Does what it is asked for with a closure of the spec. */
    static class Doing extends GoldenScripts.RecordedChannel {
        Closure<?> work = { }
        final Set<Thread> threads = []

        @Override
        long apply(Operation operation) {
            threads << Thread.currentThread()
            lines << operation.toString()
            work(operation)
            lines.size()
        }
    }

    def "operations are done by the thread that runs the script, and their answers come back"() {
        given:
        def channel = new Doing()

        when:
        compiler.compile('x.groovy', script('''
            execute 'one'
            int n = execute 'two'
            execute "three after $n"
            ''')).upgrade(channel)

        then:
        channel.threads == [Thread.currentThread()] as Set
        channel.lines.size() == 3
        channel.lines[2].contains('three after 2')
    }

    def "the failure of an operation comes out as it is, at its line, though the script #way"() {
        given:
        def refusal = new RetortException(Kind.LOCK_TIMEOUT, [Problem.of('Others were in the way.')], new IllegalStateException('driver'))
        def channel = new Doing(work: { throw refusal })

        when:
        compiler.compile('x.groovy', script(body, '''
            class Own extends RuntimeException {
                String getMessage() { while (true) { } }
                Throwable getCause() { while (true) { } }
            }''')).upgrade(channel)

        then:
        def e = thrown(RetortException)
        e.is(refusal)
        e.cause.class == IllegalStateException
        e.suppressed.length == 0
        e.stackTrace.any { it.fileName == 'x.groovy' && it.lineNumber == line }

        where:
        way                           | body                                                                               || line
        'lets it pass'                | "execute 'a'"                                                                      || 3
        'throws it again'             | "try {\nexecute 'a' } catch (dev.retort.RetortException e) { throw e }"                       || 4
        'gives it a cause'            | "try { execute 'a' } catch (dev.retort.RetortException e) { e.initCause(new Own())\nthrow e }" || 3
        'adds what it had suppressed' | "try { execute 'a' } catch (dev.retort.RetortException e) { e.addSuppressed(new Own())\nthrow e }" || 3
    }

    def "what a script throws because an operation failed goes back to that failure, and to nothing else"() {
        given:
        def refusal = new RetortException(Kind.FAILED, Problem.of('No such table.'))
        def channel = new Doing(work: { throw refusal })

        when:
        compiler.compile('x.groovy', script('''
            try {
                execute 'a'
            } catch (dev.retort.RetortException e) {
                throw new Own(e)
            }''', 'class Own extends RuntimeException { Own(Throwable cause) { super("mine", cause) } }')).upgrade(channel)

        then:
        def e = thrown(ScriptFailed)
        e.message == 'x.groovy:7: The script fails: mine.'
        e.cause.is(refusal)
    }

    def "what is no refusal ends the run, whatever the script catches"() {
        given:
        def bug = new UnsupportedOperationException('ours')
        def channel = new Doing(work: { throw bug })

        when:
        compiler.compile('x.groovy', script('''
            try { execute 'a' } catch (Exception ignored) { execute 'b' } finally { execute 'c' }
            execute 'd'
            ''')).upgrade(channel)

        then:
        def e = thrown(UnsupportedOperationException)
        e.is(bug)
        channel.lines.size() == 1
    }

    def "where the stack of a script ends, nothing is asked for in half: #depth"() {
        given:
        def channel = new Doing()
        def deep = new ScriptCompiler(new Budget(Duration.ofSeconds(10), depth, 1_000_000, 10_000_000))

        when:
        deep.compile('x.groovy', script("deep(it, 0)", '''
            void deep(Operations operations, int n) {
                operations.execute "SELECT $n"
                deep(operations, n + 1)
            }''')).upgrade(channel)

        then:
        def e = thrown(ScriptFailed)
        e.beyondBudget
        channel.lines.size() in (depth - 10)..depth
        channel.threads == [Thread.currentThread()] as Set

        where:
        depth << [300, 3000]
    }

    def "a script has one budget, which all of its runs use up"() {
        given:
        def small = new ScriptCompiler(new Budget(Duration.ofMillis(300), 300, 100_000, 1_000_000))
        def migration = small.compile('x.groovy', script('long n = 0\n200_000.times { n += it }'))
        int runs = 0

        when:
        while (runs < 10_000) {
            migration.upgrade(new GoldenScripts.RecordedChannel())
            runs++
        }

        then:
        def e = thrown(ScriptFailed)
        e.beyondBudget
        e.message.contains('The script has run for longer than 0.3 s.')
        runs > 0
    }

    def "what is beyond the budget when a script is checked fails there, once"() {
        given:
        def small = new ScriptCompiler(new Budget(Duration.ofMillis(300), 300, 100_000, 1_000_000))

        when:
        small.compile('x.groovy', "revision 'x'\nchange {\nwhile (true) { }\n}")

        then:
        def e = thrown(RetortException)
        e.kind() == Kind.SCRIPT
        e.problems().size() == 1
        e.message.startsWith('x.groovy:3: The script has run for longer than 0.3 s.')
    }

    def "an interrupt ends a script between two operations, and is seen again afterwards"() {
        given:
        def channel = new Doing(work: { Thread.currentThread().interrupt() })

        when:
        compiler.compile('x.groovy', script("execute 'a'\nexecute 'b'")).upgrade(channel)

        then:
        def e = thrown(RetortException)
        e.message.contains('The script was interrupted.')
        channel.lines.size() == 1
        Thread.interrupted()
    }
}
