package dev.retort

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

/** The words of messages and pages; docs/CONTRIBUTING.md lists them for people. */
class PlainEnglishSpec extends Specification {

    static final Path HOME = Path.of('../..')

    /** What is not written, and what is written instead. */
    static final Map<String, String> WORDS = [
            (/\banew\b/)                                   : 'again',
            (/\bways? down\b/)                             : 'downgrade',
            (/\bways? back\b/)                             : 'downgrade, or inverse',
            (/\bin vain\b/)                                : 'what did not happen',
            (/\bheld against\b/)                           : 'compared with',
            (/\bstands? at\b/)                             : 'is at',
            (/\b(?:is|are|was|were|be) told\b(?! apart)/)  : 'is reported',
            (/\btells\b/)                                  : 'reports, or shows',
            (/\bmend(?:s|ed)?\b/)                          : 'correct',
            (/\bin a circle\b/)                            : 'in a cycle',
            (/\bspoil\w*\b/)                               : 'corrupt',
            (/\bbelieved\b/)                               : 'taken as authoritative',
            (/\bhas no use for\b/)                         : 'Unexpected argument',
            (/\bis nothing \w+ can be\b/)                  : 'Invalid value',
    ]

    def "messages are written in the words of the field"() {
        given:
        def found = []

        when:
        sources().each { file ->
            (Files.readString(file) =~ /"((?:[^"\\\n]|\\.)*)"/).each { literal ->
                found.addAll(faults(file, literal[1]))
            }
        }

        then:
        found == []
    }

    def "so are the pages"() {
        expect:
        pages().collectMany { file -> Files.readAllLines(file).collectMany { faults(file, it) } } == []
    }

    def "there is something to look at"() {
        expect:
        sources().size() > 400
        pages().size() > 10
        faults(Path.of('x'), 'Ways down are told anew.').size() == 3
    }

    private static List<String> faults(Path file, String text) {
        WORDS.findAll { word, instead -> text.contains(' ') && text =~ /(?i)$word/ }
                .collect { word, instead -> "$file: \"$text\" has $word; write: $instead".toString() }
    }

    private static List<Path> sources() {
        ['dsl', 'runtime/core', 'runtime/cli'].collectMany { module ->
            Files.walk(HOME.resolve("$module/src/main/java")).withCloseable { all -> all.filter { it.toString().endsWith('.java') }.toList() }
        }
    }

    private static List<Path> pages() {
        [HOME.resolve('README.md')] + Files.list(HOME.resolve('docs')).withCloseable { all ->
            all.filter { it.toString().endsWith('.md') && !(it.fileName.toString() in ['CHANGELOG.md', 'CONTRIBUTING.md', 'operations.md']) }.toList()
        }
    }
}
