package dev.retort

import java.nio.file.Files
import java.nio.file.Path
import java.util.regex.Pattern
import spock.lang.Specification

/** The words of messages, pages and comments; docs/CONTRIBUTING.md lists them for people. */
class PlainEnglishSpec extends Specification {

    static final Path HOME = Path.of('../..')

    /** What is not written, and what is written instead. */
    static final Map<String, String> WORDS = [
            (/\banew\b/)                                   : 'again',
            (/\bways? down\b/)                             : 'downgrade',
            (/\bways? back\b/)                             : 'downgrade, or inverse',
            (/\bin vain\b/)                                : 'what did not happen',
            (/\bheld against\b/)                           : 'compared with',
            (/\b(?:stands?|stood)\b(?! (?:alone|out)\b| (?:\w+ )?for\b)/): 'is, or is written',
            (/\btold\b(?! apart)/)                         : 'is reported',
            (/\btells\b(?! (?:\w+ ){0,6}apart)/)            : 'reports, or shows',
            (/(?<!left )\bbehind\b/)                       : 'after',
            (/\bmeanwhile\b/)                              : 'in the meantime, or concurrently',
            (/\bmend(?:s|ed)?\b/)                          : 'correct',
            (/\bin a circle\b/)                            : 'in a cycle',
            (/\bspoil\w*\b/)                               : 'corrupt',
            (/\bbelieved\b/)                               : 'taken as authoritative',
            (/\bhas no use for\b/)                         : 'Unexpected argument',
            (/\bis nothing \w+ can be\b/)                  : 'Invalid value',
    ]

    /** Few texts have any of them, and what is around one takes long to be looked for. */
    static final Pattern ANY = Pattern.compile(WORDS.keySet().join('|'), Pattern.CASE_INSENSITIVE)

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

    def "so are the comments of the sources"() {
        expect: 'those of a dialect are not looked at yet'
        sources().findAll { !it.toString().contains('/internal/dialect/') }.collectMany { file -> faults(file, comments(file)) } == []
    }

    def "a word is allowed where it is the right one: #text"() {
        expect:
        faults(Path.of('x'), text) == []

        where:
        text << ['What tells the rows of a table apart.', 'Rows that cannot be told apart.', 'It stands for three revisions.',
                 'the revision that now stands for it', 'Each closure can stand alone.']
    }

    def "there is something to look at"() {
        expect:
        sources().size() > 400
        pages().size() > 10
        faults(Path.of('x'), 'Ways down are told anew.').size() == 3
        faults(Path.of('x'), 'A column behind the one that stands there tells meanwhile what was told.').size() == 5
        comments(HOME.resolve('dsl/src/main/java/dev/retort/Problem.java')).contains('One thing that is wrong, in words for the person')
    }

    private static List<String> faults(Path file, String text) {
        if (!text.contains(' ') || !ANY.matcher(text).find()) {
            return []
        }
        WORDS.collectMany { word, instead ->
            (text =~ /(?i).{0,60}(?:$word).{0,60}/).collect { "$file: \"$it\" has $word; write: $instead".toString() }
        }
    }

    /** All comments of a source as running text, for a sentence goes on over the end of a line. */
    private static String comments(Path file) {
        def code = Files.readString(file).replaceAll(/"(?:[^"\\\n]|\\.)*"/, '""')
        def comments = (code =~ $/(?s)/\*.*?\*/|//[^\n]*/$).collect { it as String }
        comments.join(' ').replaceAll(/\{@(?:code|link) [^}]*}/, '').replaceAll(/[\s*\/]+/, ' ')
    }

    private static List<Path> sources() {
        ['dsl', 'runtime/core', 'runtime/jpa', 'runtime/picture', 'runtime/lsp', 'runtime/cli', 'runtime/spring-boot-starter'].collectMany { module ->
            Files.walk(HOME.resolve("$module/src/main/java")).withCloseable { all -> all.filter { it.toString().endsWith('.java') }.toList() }
        }
    }

    private static List<Path> pages() {
        [HOME.resolve('README.md')] + Files.list(HOME.resolve('docs')).withCloseable { all ->
            all.filter { it.toString().endsWith('.md') && !(it.fileName.toString() in ['CHANGELOG.md', 'CONTRIBUTING.md', 'operations.md']) }.toList()
        }
    }
}
