package dev.retort.internal.cli

import dev.retort.internal.testing.Project
import dev.retort.internal.testing.TestDatabase
import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Stepwise

/** The page about JSON: its files are written, its commands typed in its order, and its documents are what comes out. */
@Stepwise
@spock.lang.Tag('world')
class JsonPageSpec extends Specification {

    static final String PAGE = page()
    static final List<Example> EXAMPLES = examples()

    @Shared
    @AutoCleanup
    Project project = new Project()

    /** Stands for the server of the page. */
    @Shared
    @AutoCleanup
    TestDatabase server = TestDatabase.postgresql()

    /** One command of the page, under its heading. */
    static class Example {
        String section
        String command
        Object document

        @Override
        String toString() {
            command
        }
    }

    def setupSpec() {
        (PAGE =~ /(?ms)^`([\w.\/]+)`:\n\n```\w+\n(.*?)^```/).each { whole, name, text ->
            def file = project.home.resolve(name as String)
            Files.createDirectories(file.parent)
            Files.writeString(file, text as String)
        }
        git('init', '-q')
        git('add', 'migrations/abc1_add_priority.groovy')
        git('-c', 'user.name=Ann Example', '-c', 'user.email=ann@example.org', 'commit', '-q', '--date=2026-11-21T10:20:00Z', '-m', 'x')
    }

    def "#example prints what the page says"() {
        when:
        def document = JsonText.parsed(output(example.command))

        then:
        timeless(document) == timeless(example.document)

        and: 'in the same order'
        timeless(document).toString() == timeless(example.document).toString()

        where:
        example << EXAMPLES
    }

    def "every key of #example is in the table of its section, with its type"() {
        expect:
        wrong(example.document, keys(example.section)) == []

        where:
        example << EXAMPLES
    }

    def "every key of the table of #section has an example"() {
        given:
        def shown = EXAMPLES.findAll { keys(it.section) == keys(section) }.collectMany { names(it.document) } as Set

        expect:
        keys(section).keySet() - shown == [] as Set

        where:
        section << EXAMPLES*.section.unique()
    }

    def "every command that only looks has an example"() {
        expect:
        ['heads', 'bases', 'branches', 'history', 'current', 'show', 'config', 'status', 'plan', 'log', 'validate', 'verify'].every { command ->
            EXAMPLES.any { it.command.startsWith("retort $command ") }
        }
    }

    def "every kind of wrong graph or target is in the table"() {
        given:
        def kinds = ['dev.retort.GraphException', 'dev.retort.Fault']
                .collectMany { Class.forName(it).permittedSubclasses as List }*.simpleName - 'InvalidGraph'

        expect:
        kinds.findAll { !PAGE.contains("`$it`") } == []
    }

    private String output(String line) {
        def out = new ByteArrayOutputStream()
        def stream = new PrintStream(out, true, StandardCharsets.UTF_8)
        def arguments = line.split(' ').drop(1).collect { it == 'postgresql://localhost/shop' ? server.jdbcUrl : it }
        Main.run(arguments as String[], stream, new PrintStream(OutputStream.nullOutputStream()), [:], project.home)
        out.toString(StandardCharsets.UTF_8)
    }

    /** Without what depends on when and where it is run. */
    private static Object timeless(Object value) {
        def passing = ['milliseconds', 'lockedMilliseconds', 'started', 'user', 'host', 'toolVersion', 'database']
        switch (value) {
            case Map: return value.collectEntries { key, inner -> [key, key in passing ? '' : timeless(inner)] }
            case List: return value.collect { timeless(it) }
            case String: return value.replaceAll(/\d+ ms$/, 'N ms')
            default: return value
        }
    }

    private static List<String> names(Object value) {
        value instanceof Map ? value.collectMany { key, inner -> [key] + names(inner) }
                : value instanceof List ? value.collectMany { names(it) } : []
    }

    private static List<String> wrong(Object value, Map<String, String> types) {
        if (value instanceof List) {
            return value.collectMany { wrong(it, types) }
        }
        value !instanceof Map ? [] : value.collectMany { key, inner ->
            boolean fits = types[key] != null && types[key].split(/, | or /).any { fits(inner, it) }
            (fits ? [] : ["$key is no ${types[key]}: $inner" as String]) + wrong(inner, types)
        }
    }

    private static boolean fits(Object value, String type) {
        switch (type) {
            case 'text': return value instanceof String
            case 'number': return value instanceof Number
            case 'true': return value == true
            case 'false': return value == false
            case 'null': return value == null
            case 'object': return value instanceof Map
            case 'list of texts': return value instanceof List && value.every { it instanceof String }
            case 'list of objects': return value instanceof List && value.every { it instanceof Map }
            default: throw new IllegalArgumentException("no type of JSON: $type")
        }
    }

    /** The keys that a section lists, with their types; a section without a table has those of the one it names. */
    private static Map<String, String> keys(String section) {
        def text = sections()[section]
        def rows = (text =~ /(?m)^\| `(\w+)` \| ([^|]+) \| [^|]+ \|$/).collect { [it[1], it[2]] }.collectEntries()
        rows ?: keys((text =~ /\]\(#(\w+)\)/)[0][1].capitalize())
    }

    private static Map<String, String> sections() {
        PAGE.split(/(?m)^## /).drop(1).collectEntries { text -> [text.readLines()[0], text] }
    }

    private static List<Example> examples() {
        sections().collectMany { section, text ->
            (text =~ /(?ms)^```console\n\$ ([^\n]*)\n(.*?)^```/).collect {
                new Example(section: section, command: it[1], document: JsonText.parsed(it[2]))
            }
        }
    }

    private static String page() {
        def folder = Path.of('').toAbsolutePath()
        while (!Files.exists(folder.resolve('docs/json.md'))) {
            folder = folder.parent
        }
        Files.readString(folder.resolve('docs/json.md'))
    }

    private void git(String... arguments) {
        def process = new ProcessBuilder(['git', *arguments]).directory(project.home.toFile()).redirectErrorStream(true).start()
        def said = process.inputStream.text
        assert process.waitFor() == 0 : said
    }
}
