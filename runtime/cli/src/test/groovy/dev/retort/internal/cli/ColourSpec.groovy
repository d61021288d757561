package dev.retort.internal.cli

import dev.retort.Cancellation
import java.nio.charset.StandardCharsets

/** When output is coloured, and that what comes after it is not. */
class ColourSpec extends CommandSpec {

    static final String ESCAPE = '\u001B['

    def "colour is for terminals, and for who wants it: #line, #environment, terminal #terminal"() {
        expect:
        (printed(line, environment, terminal).contains(ESCAPE)) == coloured

        where:
        line                                   | environment                           | terminal || coloured
        'upgrad'                               | [:]                                   | true     || true
        'upgrad'                               | [:]                                   | false    || false
        'upgrad'                               | [NO_COLOR: '1']                       | true     || false
        'upgrad'                               | [NO_COLOR: '']                        | true     || true
        'upgrad'                               | [TERM: 'dumb']                        | true     || false
        'upgrad'                               | [TERM: 'xterm']                       | true     || true
        'upgrad'                               | [CLICOLOR: '0']                       | true     || false
        'upgrad'                               | [CLICOLOR: '1']                       | false    || false
        'upgrad'                               | [CLICOLOR_FORCE: '1']                 | false    || true
        'upgrad'                               | [CLICOLOR_FORCE: '0']                 | true     || false
        'upgrad'                               | [FORCE_COLOR: '1']                    | false    || true
        'upgrad'                               | [FORCE_COLOR: '1', TERM: 'dumb']      | false    || true
        'upgrad'                               | [FORCE_COLOR: '0']                    | true     || false
        'upgrad'                               | [FORCE_COLOR: '']                     | false    || false
        'upgrad'                               | [FORCE_COLOR: '1', NO_COLOR: '1']     | false    || false
        'upgrad --no-color'                    | [:]                                   | true     || false
        'upgrad --no-color'                    | [FORCE_COLOR: '1']                    | true     || false
        'upgrad --color always'                | [:]                                   | false    || true
        'upgrad --color=always'                | [NO_COLOR: '1', TERM: 'dumb']         | false    || true
        'upgrad --color never'                 | [FORCE_COLOR: '1']                    | true     || false
        'upgrad --color auto'                  | [:]                                   | true     || true
        'upgrad --color auto'                  | [:]                                   | false    || false
        'show nothing --color always'          | [:]                                   | false    || true
        '--color always show nothing --color never' | [:]                              | false    || false
    }

    def "another word than these is refused"() {
        when:
        def outcome = retort('heads --color sometimes')

        then:
        outcome.exit == 2
        outcome.err.contains('"sometimes" is none of always, never, auto.')
    }

    def "what follows a coloured line is as it was before: #line"() {
        given:
        on('sqlite')
        chain()
        retorts('upgrade b1')
        project.script('b1_add_names.groovy', "revision 'b1'\ndownRevision 'a1'\nchange { addColumn 'users', 'names', text }\n")

        when:
        def coloured = printed(line, variables, true).readLines().findAll { it.contains(ESCAPE) }

        then:
        coloured
        coloured.every { it.lastIndexOf(ESCAPE) == it.lastIndexOf("${ESCAPE}0m") }
        coloured.every { !it.contains("${ESCAPE}21m") }

        where:
        line << ['upgrad', 'show nothing', 'history -v -i', 'history --graph -i', 'heads', 'status', 'log', 'log -v', 'validate', 'upgrade head --rehearse',
                 'upgrade --help', '--help']
    }

    def "a terminal that knows no colour has no line that comes and goes either"() {
        expect:
        new Console(process([TERM: term], true), new GlobalOptions()).statusLine() == null == dumb

        where:
        term    || dumb
        'dumb'  || true
        'xterm' || false
    }

    def "a help text is as wide as the terminal, and no wider than it reads well: #columns"() {
        when:
        def widest = printed('upgrade --help', [COLUMNS: columns], false).readLines()*.length().max()

        then:
        widest > fewest && widest <= most

        where:
        columns || fewest | most
        '40'    || 50     | 55
        '80'    || 70     | 80
        '240'   || 85     | 100
        ''      || 85     | 100
    }

    private final out = new ByteArrayOutputStream()

    private String printed(String line, Map<String, String> environment, boolean terminal) {
        out.reset()
        Program.run(line.split(' '), process(environment, terminal))
        out.toString(StandardCharsets.UTF_8)
    }

    private ProcessContext process(Map<String, String> environment, boolean terminal) {
        def stream = new PrintStream(out, true, StandardCharsets.UTF_8)
        new ProcessContext(stream, stream, new ProcessContext.Terminals(terminal, terminal), environment, project.home, new Cancellation())
    }
}
