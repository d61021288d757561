package dev.retort.internal.source

import dev.retort.RetortException
import dev.retort.internal.sandbox.ScriptCompiler
import spock.lang.Shared
import spock.lang.Specification

class RevisionWriterSpec extends Specification {

    @Shared
    ScriptCompiler compiler = new ScriptCompiler()

    def "a revision is written with all that is known of it"() {
        expect:
        new RevisionWriter().write(
                new NewRevision('a1', ['b2', 'c3'], ['billing'], ['d4'], 'Merge the two', '2026-11-21T10:15:00Z')) == '''\
            revision     'a1'
            downRevision 'b2', 'c3'
            branchLabels 'billing'
            dependsOn    'd4'
            message      'Merge the two'
            created      '2026-11-21T10:15:00Z'

            upgrade {
            }

            downgrade {
            }
            '''.stripIndent()
    }

    def "what is not known is left out"() {
        expect:
        new RevisionWriter().write(new NewRevision('a1', [], [], [], null, null))
                .startsWith("revision     'a1'\n\nupgrade {")
    }

    def "message #message comes back as it was"() {
        given:
        def text = new RevisionWriter().write(new NewRevision('a1', ['b2'], [], [], message, null))

        when:
        def header = compiler.compile('a1.groovy', text).header()

        then:
        header.message() == message
        header.revision() == 'a1'
        header.downRevisions() == ['b2']

        where:
        message << [
                '', "it's", 'say "hi"', '$x and ${y}', 'C:\\temp\\new', '\\u0041 \\\\u0041 \\', 'two\nlines\r\n\tand a tab',
                '\u0000\u001f\u007f', '\u202eesrever', '\ufeffbom', 'emoji \ud83d\ude00', "'''", '*/ // /*', '\u2028', 'größe',
        ]
    }

    def "any message comes back as it was"() {
        given:
        long seed = Long.getLong('retort.test.seed', 20261129L)
        def random = new Random(seed)
        def alphabet = '\'"\\$\n\r\tu0041{}/*x \u200b\u00e9'.toList()

        expect:
        60.times {
            def message = (0..random.nextInt(20)).collect { alphabet[random.nextInt(alphabet.size())] }.join('')
            def text = new RevisionWriter().write(new NewRevision('a1', [], [], [], message, null))
            assert compiler.compile('a1.groovy', text).header().message() == message: "seed $seed"
        }
    }

    def "a template of one's own may say more"() {
        given:
        def writer = new RevisionWriter('// {{ revision }}: {{message}}\n{{header}}\nupgrade { }\ndowngrade { }\n')

        expect:
        writer.write(new NewRevision('a1', [], [], [], 'one\ntwo $1', null)) ==
                "// a1: one two \$1\nrevision     'a1'\nmessage      'one\\ntwo \$1'\nupgrade { }\ndowngrade { }\n"
    }

    def "an unknown token is refused"() {
        when:
        new RevisionWriter('{{heder}}').write(new NewRevision('a1', [], [], [], null, null))

        then:
        def e = thrown(RetortException)
        e.kind() == RetortException.Kind.USAGE
        e.message == 'The template of revisions has a token "heder" that is not known. Did you mean "header"?'
    }
}
