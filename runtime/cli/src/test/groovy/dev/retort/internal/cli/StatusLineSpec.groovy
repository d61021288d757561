package dev.retort.internal.cli

import java.nio.charset.StandardCharsets
import spock.lang.Specification

class StatusLineSpec extends Specification {

    def terminal = new Terminal()
    def line = new StatusLine(new PrintStream(terminal, true, StandardCharsets.UTF_8))
    def others = line.others()

    def "each text takes the place of the one before, whatever their lengths"() {
        when:
        line.show('a long text')
        line.show('short')

        then:
        terminal.lines == ['short']

        when:
        line.clear()

        then:
        terminal.lines == ['']
    }

    def "what others print stands above, and the line is gone until it is shown again"() {
        when:
        line.show('35 %')
        others.println('INFO  one ü')

        then:
        terminal.lines == ['INFO  one ü', '']

        when:
        line.show('36 %')

        then:
        terminal.lines == ['INFO  one ü', '36 %']

        when:
        others.println('two')

        then:
        terminal.lines == ['INFO  one ü', 'two', '']
    }

    def "it never stands behind half a line of others"() {
        when:
        others.print('Continue?')
        line.show('35 %')

        then:
        terminal.lines == ['Continue?']

        when:
        others.write(' yes\n'.bytes)
        line.show('36 %')

        then:
        terminal.lines == ['Continue? yes', '36 %']
    }

    def "lines of many at once are whole, and nothing of the line is left among them"() {
        when:
        def threads = (1..4).collect { writer ->
            Thread.start { 200.times { others.println("writer $writer, line $it") } }
        }
        while (threads.any { it.alive }) {
            line.show('the bar')
        }
        line.clear()

        then:
        terminal.lines.findAll { !it.empty }.every { it ==~ /writer \d, line \d+/ }
        terminal.lines.size() == 801
    }
}
