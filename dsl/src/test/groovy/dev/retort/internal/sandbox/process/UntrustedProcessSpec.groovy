package dev.retort.internal.sandbox.process

import dev.retort.Location
import dev.retort.Problem
import dev.retort.RetortException
import dev.retort.RetortException.Kind
import dev.retort.internal.header.HeaderScanner
import dev.retort.internal.header.ScriptSource
import dev.retort.internal.operation.Execute
import dev.retort.internal.sandbox.GoldenScripts
import dev.retort.internal.sandbox.runtime.Budget
import dev.retort.internal.script.DeclaredHeader
import dev.retort.internal.script.Migration
import dev.retort.internal.script.NamingConvention
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** Whatever the process of the scripts sends, or does not: its caller fails with a sentence, and soon. */
@Requires({ os.linux || os.macOs })
@Timeout(30)
@spock.lang.Tag('world')
class UntrustedProcessSpec extends Specification {

    static final ScriptSource SOURCE = new ScriptSource('m/a.groovy', "revision 'a'\nupgrade { }\ndowngrade { }\n")
    static final Reply COMPILED = new Reply.Compiled(0, new DeclaredHeader('a', [], [], [], [], null, null, null, [:], null, null), null)
    static final Reply WORK = new Reply.Apply(2, new Execute('SELECT 1', [[:]], 1))

    @TempDir
    Path folder

    ScriptProcess process
    Duration patience = Duration.ofSeconds(20)

    void cleanup() {
        process?.close()
    }

    def "a process that #does is no compiler: #said"() {
        given:
        patience = command.contains('sleep') ? Duration.ofMillis(500) : patience

        when:
        compiled(command)

        then:
        def e = thrown(RetortException)
        e.kind() == Kind.FAILED
        e.problems().size() == 1
        e.problems()[0].sentence() =~ said
        e.problems()[0].hint().startsWith('Nothing of the script\'s transaction is kept.')

        when: 'it is asked again'
        process.compile(SOURCE, HeaderScanner.scan(SOURCE))

        then:
        def again = thrown(RetortException)
        again.problems()*.sentence() == e.problems()*.sentence()

        where:
        does                      | command                               || said
        'writes zeros'            | 'cat /dev/zero'                       || /sent what is no message of its: .*\. It was killed\.$/
        'writes by chance'        | 'cat /dev/urandom'                    || /sent what is no message of its|ended/
        'writes words'            | 'yes'                                 || /sent what is no message of its/
        'says nothing'            | 'sleep 60'                            || /did not answer for 0\.5 s, and was killed\.$/
        'reads nothing'           | 'exec 0<&-; sleep 60'                 || /did not answer|closed its pipe before its script ended/
        'ends'                    | 'exit 0'                              || /ended with exit code 0 before its script ended\.$/
        'fails'                   | 'exit 7'                              || /ended with exit code 7 before its script ended\.$/
        'is killed'               | 'kill -9 $$'                          || /was ended by signal 9 before its script ended\.$/
        'crashes'                 | 'kill -11 $$'                         || /was ended by signal 11 before its script ended\.$/
    }

    def "what a process prints is shown in part, in one line, and controls no terminal"() {
        when:
        compiled("printf '\\033[31mred\\n\\007' >&2; head -c 100000 /dev/zero | tr '\\0' 'x' >&2; exit 1")

        then:
        def e = thrown(RetortException)
        def hint = e.problems()[0].hint()
        hint.startsWith('Nothing of the script\'s transaction is kept. It said: [31mred xxxx')
        hint.length() < 700
    }

    def "a process that answers #what when it is to compile is killed"() {
        when:
        compiled(saying([reply]))

        then:
        def e = thrown(RetortException)
        e.problems()[0].sentence().contains('sent what is no message of its')

        where:
        what                    | reply
        'with work'             | WORK
        'that it is done'       | new Reply.Ended()
        'with another\'s failure' | new Reply.Passed(1)
    }

    def "a header that the script does not have is found out"() {
        when:
        compiled(saying([new Reply.Compiled(0, new DeclaredHeader('b', [], [], [], [], null, null, null, [:], null, null), null)]))

        then:
        def e = thrown(RetortException)
        e.kind() == Kind.SCRIPT
        e.message.contains('The header says revision "a", but the script itself says "b".')
    }

    def "a process that ends a run with #what is killed"() {
        given:
        def migration = compiled(saying([COMPILED] + replies))

        when:
        migration.upgrade(new GoldenScripts.RecordedChannel())

        then:
        def e = thrown(RetortException)
        e.kind() == Kind.FAILED
        e.problems()[0].location() == Location.of('m/a.groovy')
        e.problems()[0].sentence() =~ said

        where:
        what                       | replies                          || said
        'a compiled script'        | [COMPILED]                       || /sent what is no message of its/
        'a failure that was none'  | [WORK, new Reply.Passed(1)]      || /sent what is no message of its: a failure that there was not/
        'its own end'              | [WORK]                           || /ended with exit code 0 before its script ended/
    }

    def "an answer before the question is none"() {
        given:
        def migration = compiled(saying([COMPILED, WORK, new Reply.Ended()], [1, 1, 1]))

        when:
        migration.upgrade(new GoldenScripts.RecordedChannel())

        then:
        def e = thrown(RetortException)
        e.problems()[0].sentence().contains('an answer to what was not asked')
    }

    def "an operation that no script can make is no operation"() {
        given: 'a statement of one control character, after which nothing more comes'
        patience = Duration.ofSeconds(2)
        def bytes = recorded([COMPILED, new Reply.Apply(2, new Execute('SELECT 1', [[:]], 1))])
        def text = new String(bytes, 'ISO-8859-1').replace('SELECT 1', 'SELECT\u0002')
        def cut = text[0..-30].getBytes('ISO-8859-1')

        when:
        compiled(writing(cut)).upgrade(new GoldenScripts.RecordedChannel())

        then:
        thrown(RetortException)
    }

    def "what the process says is wrong is what is reported, as long as its words are few"() {
        when:
        compiled(saying([new Reply.Reported(Kind.SCRIPT, [Problem.at(Location.of('m/a.groovy', 3), 'No.').withHint('Yes.')])]))

        then:
        def e = thrown(RetortException)
        e.kind() == Kind.SCRIPT
        e.message == 'm/a.groovy:3: No. Yes.'
    }

    def "every process is gone, and its folder with it"() {
        given:
        def before = folders()
        compiled(saying([COMPILED]))
        def child = process.@child.@process

        when:
        process.close()

        then:
        !child.alive
        folders() == before
    }

    private static Set<String> folders() {
        new File(System.getProperty('java.io.tmpdir')).list().findAll { it.startsWith("retort-script-${ProcessHandle.current().pid()}-") } as Set
    }

    private Migration compiled(String command) {
        process = new ScriptProcess(Budget.DEFAULT, NamingConvention.DEFAULT, new ScriptProcess.Patience(patience, patience),
                { ['/bin/sh', '-c', command] })
        process.compile(SOURCE, HeaderScanner.scan(SOURCE))
    }

    /** A command that writes what was recorded, and waits. */
    private String saying(List<Reply> replies, List<Integer> turns = (1..replies.size()).toList()) {
        writing(recorded(replies, turns), replies.last() == WORK ? 'sleep 0.5; exit 0' : 'sleep 30')
    }

    private String writing(byte[] bytes, String end = 'sleep 30') {
        def file = folder.resolve('said')
        Files.write(file, bytes)
        "cat $file; $end".toString()
    }

    private static byte[] recorded(List<Reply> replies, List<Integer> turns = (1..replies.size()).toList()) {
        def bytes = new ByteArrayOutputStream()
        def pipe = new Pipe<Reply, ScriptRequest>(InputStream.nullInputStream(), ScriptRequest, bytes, Reply, FrameLimits.DEFAULT)
        replies.eachWithIndex { reply, i -> pipe.send(turns[i], reply) }
        bytes.toByteArray()
    }
}
