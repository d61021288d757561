package dev.retort.sandbox.verify

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Requires
import spock.lang.Specification

/** The list that was reviewed is the list in force, and what must never be on it is not. */
class AllowListSpec extends Specification {

    static final Path EXPANDED = Path.of('src/main/resources/dev/retort/sandbox/allow-list.expanded.txt')
    static final String HEAD = '# Expanded from allow-list.txt on Java 17; see there. Not to be edited by hand.'

    @Requires({ Runtime.version().feature() == 17 })
    def "the expanded list is what the rules say on the oldest Java"() {
        given:
        def lines = [HEAD] + new AllowListExpansion(Wording.lines('allow-list.txt')).expand()

        when:
        if (System.getProperty('retort.expand')) {
            Files.write(EXPANDED, lines)
        }

        then: "told as what is missing and what is too much, since the whole is long"
        def reviewed = Files.readAllLines(EXPANDED)
        (lines - reviewed).empty
        (reviewed - lines).empty
        reviewed.size() == lines.size()
    }
}
