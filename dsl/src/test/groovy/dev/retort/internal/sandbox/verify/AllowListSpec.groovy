package dev.retort.internal.sandbox.verify

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

/** The list that was reviewed is the list in force, and what must never be on it is not. */
class AllowListSpec extends Specification {

    static final Path EXPANDED = Path.of('src/main/resources/dev/retort/internal/sandbox/allow-list.expanded.txt')
    static final String HEAD = '# Expanded from allow-list.txt on Java 17; see there. Not to be edited by hand.'

    def "the expanded list is what the rules say, and a later Java adds nothing to it"() {
        given:
        def onOldest = Runtime.version().feature() == 17
        def lines = [HEAD] + new AllowListExpansion(Wording.lines('allow-list.txt')).expand()

        when:
        if (onOldest && System.getProperty('retort.expand')) {
            Files.write(EXPANDED, lines)
        }

        then: "told as what is missing and what is too much, since the whole is long"
        def reviewed = Files.readAllLines(EXPANDED)
        onOldest || (reviewed.collect(this.&withoutParents) - lines.collect(this.&withoutParents)).empty
        !onOldest || (reviewed - lines).empty
        !onOldest || (lines - reviewed).empty
        !onOldest || reviewed.size() == lines.size()
    }

    /** A later Java puts new interfaces above old classes. */
    private static String withoutParents(String line) {
        line.startsWith(' ') ? line : line.split(' ')[0]
    }
}
