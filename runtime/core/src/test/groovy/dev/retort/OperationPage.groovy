package dev.retort

import dev.retort.internal.testing.Project
import dev.retort.internal.testing.RememberedScripts
import groovy.transform.CompileStatic
import groovy.transform.TupleConstructor
import java.nio.file.Files
import java.nio.file.Path

/** The page of operations, made of the snippets in {@code operations} and of what each database really runs for them. */
@CompileStatic
final class OperationPage {

    static final Path PAGE = Path.of('../../docs/operations.md')
    static final Path FOLDER = Path.of('src/test/resources/operations')
    static final Map<String, String> PRODUCTS = [postgresql: 'PostgreSQL', sqlite: 'SQLite']

    private static final String INTRO = '''\
# Operations

Every word a script can use inside `upgrade`, `downgrade` and `change`, with an example and the SQL that each database runs for it. All
options are in [Writing migrations](writing-migrations.md#operations).

The examples and their SQL are taken from the tests. Each one goes up, down and up again on both databases, and the SQL is that of
`--sql`, without the version rows, the look at them before each step, and the look at what a downgrade would bring back. Where no downgrade is shown, `change` derives it. Where SQLite rebuilds a table, [Databases](databases.md#what-a-rebuild-does) says why.

'''

    /** What looks at the version rows before each step, and what puts the session back before they move. */
    private static final String GUARDS = [
            'DO \\$retort\\$(?s:.*?)\\$retort\\$', /RESET default_transaction_read_only/, /CREATE TEMP TABLE retort_step .*/,
            /CREATE TEMP TRIGGER retort_step(?s:.*?)END/, /INSERT INTO temp\.retort_step .*/, /DROP TABLE IF EXISTS temp\.retort_step/,
            /RESET (?:SESSION AUTHORIZATION|ROLE|ALL)/, /CLOSE ALL/, /UNLISTEN \*/, /DEALLOCATE ALL/, /DISCARD (?:TEMP|SEQUENCES)/,
            /SET client_encoding = 'UTF8'/, /SET standard_conforming_strings = on/].collect { "(?:$it;\\n)" }.join('|')

    /** One section: what it is about, and the script of it. */
    @TupleConstructor
    static final class Snippet {
        String name
        List<String> words
        String text
        Map<String, String> files
        String given
        String shown
        /** Null where {@code change} derives it. */
        String down

        /** Both revisions: the one that sets the stage, and the one that is shown. */
        Project project() {
            Project project = new Project()
            files.each { file, content -> project.script(file, content) }
            project.revision('given', [], "upgrade {\n$given}\ndowngrade { }")
            project.revision('shown', ['given'], down == null ? "change {\n$shown}" : "upgrade {\n$shown}\ndowngrade {\n$down}")
        }

        @Override
        String toString() { name }
    }

    /** What a database runs, or why nothing. */
    @TupleConstructor
    static final class Answer {
        String sql
        String refusal

        /** Whether only the written script is refused. */
        boolean isOnlineOnly() { refusal != null && refusal.contains('while SQL is only written down') }
    }

    /** The names of the sections, each with the heading it is under. */
    static Map<String, List<String>> contents() {
        Map<String, List<String>> groups = [:]
        List<String> group = []
        Files.readAllLines(FOLDER.resolve('contents.txt')).each { line ->
            if (line.startsWith('# ')) {
                group = []
                groups[line.substring(2)] = group
            } else {
                group << line
            }
        }
        groups
    }

    static List<Snippet> snippets() {
        contents().values().flatten().collect { read(it as String) }
    }

    static Snippet read(String name) {
        List<String> lines = Files.readAllLines(FOLDER.resolve(name + '.groovy'))
        List<String> words = lines[0].substring(3).tokenize(', ')
        StringBuilder text = new StringBuilder()
        Map<String, StringBuilder> parts = [given: new StringBuilder(), shown: new StringBuilder()]
        StringBuilder part = text
        lines.drop(1).each { line ->
            if (line =~ /^\/\/ (given|shown|down|file \S+)$/) {
                part = new StringBuilder()
                parts[line.substring(3)] = part
            } else {
                part << (part.is(text) ? line.substring(3) : line) << '\n'
            }
        }
        Map<String, String> files = [:]
        parts.each { key, value ->
            if (key.startsWith('file ')) {
                files[key.substring(5)] = value.toString()
            }
        }
        new Snippet(name, words, text.toString().trim(), files, parts.given.toString(), parts.shown.toString(), parts.down?.toString())
    }

    private static final String CHECK = /(?s)-- Whether a downgrade would bring back [^\n]*\n\nDO (\$\w*\$).*?\1;\n\n/

    /** Lines of SQL that a section shows; more are there for those who ask for them. */
    private static final int SHORT = 40

    private final Map<String, Answer> answers = [:]

    /** Asks no server: PostgreSQL's SQL is written without one, SQLite's against a database in memory. */
    Answer answer(Snippet snippet, String dialect) {
        answers.computeIfAbsent("$snippet.name on $dialect".toString()) { ask(snippet, dialect) }
    }

    private static Answer ask(Snippet snippet, String dialect) {
        Project project = snippet.project()
        StringBuilder out = new StringBuilder()
        try {
            RememberedScripts.by(Retort.configure()).url(dialect == 'sqlite' ? 'sqlite:///none.db' : 'postgresql://nowhere/none').home(project.home).build()
                    .upgradeSql('given:shown', out)
            return new Answer(ofTheRevision(out.toString()), null)
        } catch (RetortException e) {
            return new Answer(null, reason(e))
        } finally {
            project.close()
        }
    }

    /** Why, without the revision's own beginning. */
    static String reason(RetortException refused) {
        refused.problems()[0].sentence().replaceFirst(/^Revision shown \(upgrade\) failed: /, '')
    }

    /** What is between the beginning of the transaction and the version row. */
    private static String ofTheRevision(String script) {
        String behind = script.replaceAll(GUARDS, '').replaceAll(/\n{3,}/, '\n\n')
        behind = behind.substring(behind.indexOf('BEGIN'))
        behind = behind.substring(behind.indexOf('\n\n') + 2)
        behind.substring(0, behind.indexOf('UPDATE retort_version')).replaceAll(CHECK, '').trim().replace(';\n\n', ';\n')
    }

    String page() {
        StringBuilder page = new StringBuilder(INTRO)
        contents().each { group, names -> page << "* [$group](#${anchor(group)}): ${names.collectMany { read(it).words }.collect { "`$it`" }.join(', ')}\n" }
        contents().each { group, names ->
            page << "\n## $group\n"
            names.each { page << section(read(it)) }
        }
        page.toString()
    }

    private static String anchor(String heading) {
        heading.toLowerCase().replaceAll(/[^a-z0-9 -]/, '').replace(' ', '-')
    }

    private String section(Snippet snippet) {
        StringBuilder section = new StringBuilder("\n### ${snippet.name}\n\n$snippet.text\n\n```groovy\n$snippet.shown```\n")
        snippet.files.each { file, content -> section << "\n`$file`:\n\n```\n$content```\n" }
        Map<String, Answer> answers = PRODUCTS.collectEntries { dialect, product -> [PRODUCTS[dialect], answer(snippet, dialect)] } as Map<String, Answer>
        if (answers.values().every { it.onlineOnly }) {
            section << '\nWhat it runs depends on what the database answers, so `--sql` refuses it.\n'
        } else if (answers.values()*.sql.unique(false).size() == 1) {
            section << block('Both databases', answers.values()[0])
        } else {
            answers.each { product, answer -> section << block(product, answer) }
        }
        String back = snippet.down == null ? ''
                : snippet.down.isBlank() ? '\nNo downgrade is derived: write `downgrade`.\n' : "\nThe inverse, in `downgrade`:\n\n```groovy\n$snippet.down```\n"
        section << back
    }

    private static String block(String who, Answer answer) {
        if (answer.refusal != null) {
            return "\n$who refuses: ${answer.refusal.readLines()[0]}\n"
        }
        if (answer.sql.isEmpty()) {
            return "\n$who: nothing is run.\n"
        }
        String sql = "\n```sql\n$answer.sql\n```\n"
        int lines = answer.sql.readLines().size()
        lines <= SHORT ? "\n$who:\n$sql" : "\n<details>\n<summary>$who: $lines lines</summary>\n$sql\n</details>\n"
    }
}
