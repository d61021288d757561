package dev.retort.internal.source

import dev.retort.RetortException
import dev.retort.internal.operation.RenameTable
import dev.retort.internal.sandbox.ScriptCompiler
import dev.retort.internal.schema.QualifiedName
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

    def "a template with or without its token takes the closures, and is the same without any"() {
        given:
        def writer = new RevisionWriter(template)
        def revision = new NewRevision('a1', [], [], [], null, null)
        def pair = new RevisionBody.Pair([new RenameTable(QualifiedName.of('a'), 'b')], [new RenameTable(QualifiedName.of('b'), 'a')])
        def change = new RevisionBody.Change([new RenameTable(QualifiedName.of('a'), 'b')])

        expect:
        writer.write(revision) == "revision     'a1'\n\nupgrade {\n}\n\ndowngrade {\n}\n"
        writer.write(revision, pair, new OperationWriter()) ==
                "revision     'a1'\n\nupgrade {\n    renameTable 'a', 'b'\n}\n\ndowngrade {\n    renameTable 'b', 'a'\n}\n"
        writer.write(revision, change, new OperationWriter()) == "revision     'a1'\n\nchange {\n    renameTable 'a', 'b'\n}\n"
        compiler.compile('a1.groovy', writer.write(revision, change, new OperationWriter())).header().revision() == 'a1'

        where:
        template << [RevisionWriter.defaultTemplate(), '{{header}}\n\n{{body}}\n']
    }

    def "what a template has before its closures stays"() {
        given:
        def writer = new RevisionWriter("{{header}}\n\nupgrade('Why:') {\n}\n\ndowngrade {\n}\n")
        def revision = new NewRevision('a1', [], [], [], null, null)

        expect:
        writer.write(revision, body, new OperationWriter()) == "revision     'a1'\n\n$closures\n"

        where:
        body                                                            | closures
        RevisionBody.EMPTY                                              | "upgrade('Why:') {\n}\n\ndowngrade {\n}"
        new RevisionBody.Change([new RenameTable(QualifiedName.of('a'), 'b')]) | "change('Why:') {\n    renameTable 'a', 'b'\n}"
    }

    def "a template whose closures are not empty is left alone, and has no place for others"() {
        given:
        def writer = new RevisionWriter("{{header}}\nupgrade {\n    execute 'SELECT 1'\n}\ndowngrade { }\n")
        def revision = new NewRevision('a1', [], [], [], null, null)

        expect:
        writer.write(revision) == "revision     'a1'\nupgrade {\n    execute 'SELECT 1'\n}\ndowngrade { }\n"

        when:
        writer.write(revision, new RevisionBody.Change([]), new OperationWriter())

        then:
        def e = thrown(RetortException)
        e.kind() == RetortException.Kind.USAGE
        e.message == 'The template of revisions has no place for the changes. Write {{body}} where upgrade and downgrade are to be.'
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
