package dev.retort.internal.cli

import dev.retort.internal.testing.InSchema
import dev.retort.internal.testing.Project
import dev.retort.internal.testing.StorySpec
import dev.retort.internal.testing.TestDatabase
import java.nio.ByteBuffer
import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import java.security.MessageDigest
import java.util.stream.Collectors
import spock.lang.AutoCleanup
import spock.lang.Specification

/** Runs whole commands in a project of their own, on real databases, and looks at what they print and leave behind. */
abstract class CommandSpec extends Specification {

    static final List<String> DIALECTS = ['sqlite', 'postgresql']

    @AutoCleanup
    Project project = new Project()

    @AutoCleanup(quiet = true)
    TestDatabase database

    /** The server's superuser is who the specs are; that it is warned of is told by a spec of its own. */
    Map<String, String> variables = [RETORT_ROLE_WARNING: 'false']

    /** What a process ends with, and what it wrote; the line that names the database is apart from the others. */
    static class Outcome {
        static final String DATABASE = 'INFO  [retort.database] '

        int exit
        String out
        String err
        String database = ''

        void setErr(String text) {
            def lines = text.split('(?<=\\n)') as List<String>
            database = lines.findAll { it.startsWith(DATABASE) }*.substring(DATABASE.length()).join('')
            err = lines.findAll { !it.startsWith(DATABASE) }.join('')
        }

        Object getJson() {
            JsonText.parsed(out)
        }
    }

    /** Gives the commands a database to work on. */
    void on(String dialect) {
        on(TestDatabase.of(dialect))
    }

    void on(TestDatabase database) {
        this.database = database
        variables.DATABASE_URL = database.jdbcUrl
    }

    /** Arguments between blanks; a list where one of them holds a blank. */
    Outcome retort(String line) {
        retort(line.split(' ') as List)
    }

    Outcome retort(List<String> arguments) {
        def out = new ByteArrayOutputStream()
        def err = new ByteArrayOutputStream()
        int exit = Main.run(arguments as String[], stream(out), stream(err), variables, project.home)
        new Outcome(exit: exit, out: out.toString(StandardCharsets.UTF_8), err: err.toString(StandardCharsets.UTF_8))
    }

    /** For what must go well before something is looked at. */
    void retorts(String... lines) {
        lines.each { line ->
            def outcome = retort(line)
            assert outcome.exit == 0 : "retort $line: $outcome.err"
        }
    }

    private static PrintStream stream(OutputStream bytes) {
        new PrintStream(bytes, true, StandardCharsets.UTF_8)
    }

    /** A chain of three tables, the middle one with all there is to say about a revision. */
    void chain() {
        project.script('a1_create_users.groovy', '''\
            revision 'a1'
            message 'Create users'
            change { createTable('users') { column 'id', integer, primaryKey: true } }
            '''.stripIndent())
        project.script('b1_add_names.groovy', '''\
            revision 'b1'
            downRevision 'a1'
            message 'Add names'
            created '2026-11-21T10:15:00Z'
            description 'The import needs them.'
            upgrade('Takes a second.') { addColumn 'users', 'name', text }
            downgrade('Loses the names.') { dropColumn 'users', 'name' }
            '''.stripIndent())
        project.script('c1_create_tags.groovy', '''\
            revision 'c1'
            downRevision 'b1'
            message 'Create tags'
            change { createTable('tags') { column 'id', integer, primaryKey: true } }
            '''.stripIndent())
    }

    /** Two branches that are not merged, one labelled and dependent on the other. */
    void branches() {
        project.table('root')
        project.table('left', ['root'], "branchLabels 'billing'")
        project.table('right', ['root'])
        project.table('top', ['left'], "dependsOn 'right'")
    }

    List<String> tables() {
        InSchema.tables(StorySpec.schema(database)).keySet() as List
    }

    List<String> versionRows() {
        database.rows('SELECT version_num FROM retort_version ORDER BY version_num')*.first()
    }

    /** Of the advisory lock of every run with the usual version table. */
    static long lockKey() {
        ByteBuffer.wrap(MessageDigest.getInstance('SHA-256').digest('retort:retort_version'.bytes)).long
    }

    /** Every table, Retort's own too. */
    List<String> everything() {
        database.tables()
    }

    /** Every file below the project's folder, with its text. */
    Map<String, String> files() {
        Files.walk(project.home).withCloseable { paths ->
            paths.filter(Files::isRegularFile).collect(Collectors.toMap(
                    { Path path -> project.home.relativize(path).toString() },
                    { Path path -> path.toFile().getText('ISO-8859-1') }))
        }
    }
}
