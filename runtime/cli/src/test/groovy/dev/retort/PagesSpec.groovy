package dev.retort

import dev.retort.internal.cli.Main
import dev.retort.internal.header.ScriptSource
import dev.retort.internal.sandbox.ScriptCompiler
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path

/** The pages show what is so: their commands are typed in their order, their scripts compiled, their settings read. {@link PageRun} says how. */
class PagesSpec extends Specification {

    static final List<Page> PAGES =
            ['README.md', 'docs/running.md', 'docs/databases.md', 'docs/branches.md', 'docs/writing-migrations.md', 'docs/configuration.md',
             'docs/autogenerate.md'].collect { new Page(it) }

    @Shared ScriptCompiler compiler = new ScriptCompiler()

    @TempDir Path folder

    def "the commands of #page print what it shows; otherwise run this spec with -Dretort.golden=true and read the difference"() {
        given:
        def run = new PageRun()

        when:
        def shown = run.run(page)

        then:
        asShown(page, shown)

        cleanup:
        run.close()

        where:
        page << PAGES
    }

    def "the scripts of #page compile, and so do the parts of scripts"() {
        expect:
        blocks(page, 'groovy').collect { block -> problems(block) }.findAll() == []

        where:
        page << PAGES
    }

    def "the settings of #page are settings"() {
        expect:
        blocks(page, 'toml').collectMany { block -> wrongSettings(block.text) } == []

        where:
        page << PAGES
    }

    def "these blocks are not run, for these reasons"() {
        expect:
        marks() == [
                'README.md, Two commands: builds the checkout, as .ci/run does',
                'README.md, Two commands: installs a release',
                'README.md, The same on PostgreSQL: needs psql',
                'README.md, Inside an application: is printed by the application above',
                'docs/running.md, Before it runs: plan and SQL: needs psql and sqlite3; SqlScriptsSpec types them',
                'docs/running.md, Interrupted between two commits: needs a run that is killed',
                'docs/running.md, Ctrl-C: needs a terminal',
                'docs/running.md, Several at once: needs a pooler',
                'docs/running.md, Backup: needs a terminal',
                'docs/running.md, The tables Retort keeps: needs psql',
                'docs/databases.md, Databases: needs PostgreSQL 14',
                'docs/configuration.md, Creating and dropping the database: needs a terminal',
        ]
    }

    def "docs/security.md counts the scripts that must be refused, and those that must run"() {
        given:
        def page = Files.readString(Page.HOME.resolve('docs/security.md'))

        expect:
        page.contains("[${scripts('denied')} scripts that must be refused]")
        page.contains("[${scripts('allowed')} that must run]")
    }

    def "there is something to look at"() {
        expect:
        PAGES.sum { blocks(it, 'console').size() } > 60
        PAGES.sum { blocks(it, 'groovy').size() } > 40
        PAGES.sum { blocks(it, 'toml').size() } > 5
    }

    def "what differs from run to run is not compared, and … stands for what is left out"() {
        expect:
        Transcript.same(shown.readLines(), printed.readLines()) == same

        where:
        shown                    | printed                  || same
        'a'                      | 'a'                      || true
        'a'                      | 'a\nb'                   || false
        'a\nb'                   | 'a'                      || false
        'a\n…\nd'                | 'a\nb\nc\nd'             || true
        'a\n…\nd'                | 'a\nb\nc'                || false
        'id (…)'                 | 'id (12.5)'              || true
        'id (…)'                 | 'id 12.5'                || false
        'took 1.2 s'             | 'took 412 ms'            || true
        'took 1.2 s'             | 'takes 1.2 s'            || false
        'a  9 ms  b'             | 'a  10 ms   b'           || true
        'at 2026-11-21 10:25:30' | 'at 2027-01-01 00:00:00' || true
    }

    private static void asShown(Page page, List<Page.Shown> shown) {
        def wrong = shown.findAll { !it.asShown }
        if (Boolean.getBoolean('retort.golden')) {
            page.rewrite(wrong)
        } else if (wrong) {
            // Spock would also print what is as shown.
            throw new AssertionError(wrong.join('') as Object)
        }
    }

    private static int scripts(String folder) {
        Page.HOME.resolve("dsl/src/test/resources/sandbox/$folder").toFile().list().count { it.endsWith('.groovy') }
    }

    private static List<String> marks() {
        PAGES*.blocks.flatten().findAll { it.mark }.collect { "$it.page, $it.section: $it.mark".toString() }
    }

    private static List<Page.Block> blocks(Page page, String language) {
        page.blocks.findAll { it.language == language && it.mark == null }
    }

    /** A part of a script is put where it may stand. */
    private String problems(Page.Block block) {
        def text = block.complete ? block.text
                : block.text =~ /^(?:change|upgrade)\b/ ? "revision 'x'\n$block.text"
                : "revision 'x'\nupgrade {\n$block.text}\ndowngrade { }\n"
        def refused = block.directives.any { it.name == 'refused' }
        try {
            block.directives.any { it.name == 'file' && it.value == 'schema.groovy' } ? compiler.compileSchema(new ScriptSource("${block}.groovy", block.text)) : compiler.compile("${block}.groovy", text)
        } catch (Exception e) {
            return refused ? '' : "$block: $e.message"
        }
        refused ? "$block: compiles" : ''
    }

    private List<String> wrongSettings(String text) {
        Files.writeString(folder.resolve('retort.toml'), text)
        def variables = (text =~ /\$\{(\w+)\}/).collect { it[1] }.collectEntries { [it, 'x'] }
        def environments = (text =~ /(?m)^\[env\.(\w+)\]/).collect { ['--env', it[1]] }
        (environments ?: [[]]).collect { environment ->
            def errors = new ByteArrayOutputStream()
            def stream = new PrintStream(errors, true, StandardCharsets.UTF_8)
            def exit = Main.run(['config', *environment] as String[], new PrintStream(OutputStream.nullOutputStream()), stream, variables, folder)
            exit == 0 ? '' : "$text\n$errors"
        }.findAll()
    }
}
