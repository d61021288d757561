package dev.retort.internal.cli

import dev.retort.GraphException
import dev.retort.Retort
import java.nio.file.Path

/** The pages that messages name: they are there for whoever has no more than the program, and say what the documentation says. */
class ExplainSpec extends CommandSpec {

    static final Map<String, String> DOCUMENTATION = [role: 'security', 'exit-codes': 'running', errors: 'json']

    def "every line of the page #topic is one of docs/#page"() {
        given:
        def documented = Path.of("../../docs/${page}.md").toFile().readLines() as Set
        def lines = ExplainCommand.getResource("explain/${topic}.md").readLines().findAll()

        expect:
        lines.size() > 5
        lines.findAll { !documented.contains(it) } == []

        and: 'what is printed has no links, which lead to files of the repository'
        with(retort("explain $topic")) {
            [exit, err] == [0, '']
            !out.contains('](')
            out.readLines().size() >= lines.size()
        }

        where:
        topic << DOCUMENTATION.keySet()
        page = DOCUMENTATION[topic]
    }

    def "without a topic it lists them all"() {
        expect:
        retort('explain').out.readLines()*.split(' ')*.first() == ['role', 'words', 'rules', 'exit-codes', 'errors']
    }

    def "the words are those that the language has"() {
        when:
        def words = retort('explain words').out

        then:
        ['Inside upgrade, downgrade or change:\n', '  addColumn\n', 'Inside createTable:\n', '  downRevision\n', 'As the type of a column:\n', '  varchar\n'].every { words.contains(it) }
        !words.contains('getClass')
    }

    def "every rule of lint is listed, and explained"() {
        given:
        def rules = retort('explain rules').out.readLines()*.split(' ')*.first()

        expect:
        rules == Retort.lintRules()*.id()
        rules.each { rule ->
            with(retort("explain $rule")) {
                [exit, err] == [0, '']
                out.startsWith("### $rule\n") && out.contains('```groovy') && !out.contains('](')
            }
        }
    }

    def "every exit code and every kind of error is explained: #code"() {
        expect:
        with(retort("explain $code")) {
            [exit, err] == [0, '']
            out ==~ /$code: .+\.\n/
        }

        where:
        code << ExitCode.values()*.number() + GraphException.declaredClasses*.simpleName.findAll { !(it in ['InvalidGraph']) } +
                ['Failed', 'Usage', 'Script', 'Unreachable', 'LockTimeout', 'Differences', 'Bug']
    }

    def "a build that knows the site of the documentation names the page: #topic"() {
        when:
        def lines = PageAddress.addedTo('What it is.\n', topic, 'https://example.org/retort/').readLines()
        def (page, section) = lines.last().replace('https://example.org/retort/docs/', '').tokenize('#')
        def headings = Path.of('../../docs', page.replace('.html', '.md')).toFile().readLines().findAll { it.startsWith('#') }
                .collect { it.replaceAll(/^#+ |[^\w -]/, '').toLowerCase().replace(' ', '-') }

        then: 'with a section of it that is there'
        lines.take(2) == ['What it is.', '']
        section == null || headings.contains(section)

        and:
        PageAddress.addedTo('What it is.\n', topic, '') == 'What it is.\n'

        where:
        topic << ['role', 'words', 'rules', 'exit-codes', 'errors'] + Retort.lintRules()*.id()
    }

    def "an editor is led to the same page by the code of a finding: #code"() {
        expect:
        PageAddress.ofCode(code, 'https://example.org/') == Optional.of("https://example.org/docs/$page" as String)
        PageAddress.ofCode(code, '') == Optional.empty()

        where:
        code            || page
        'drop-table'    || 'lint.html#drop-table'
        'MultipleHeads' || 'json.html#errors'
    }

    def "another word is refused: #topic"() {
        expect:
        with(retort(['explain', topic])) { [exit, out, err] == [2, '', "error: There is no page about \"$topic\". $hint\n"] }

        where:
        topic   || hint
        'rol'   || 'Did you mean "role"?'
        '99'    || 'The pages are listed by: retort explain'
        'code'  || 'The pages are listed by: retort explain'
        '| a'   || 'The pages are listed by: retort explain'
    }
}
