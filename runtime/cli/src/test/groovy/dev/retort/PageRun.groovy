package dev.retort

import dev.retort.Page.Block
import dev.retort.Page.Directive
import dev.retort.Page.Shown
import dev.retort.internal.cli.Main
import dev.retort.internal.testing.TestDatabase
import dev.retort.Runner
import groovy.transform.CompileStatic

import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import java.sql.Connection
import java.util.regex.Pattern

/**
 * Types the commands of a page in its order, in this process. The page begins in an empty folder; comments before a block,
 * which no reader sees, put something else there:
 *
 * <ul>
 *   <li>{@code project: NAME}: a new folder with the files of {@code pages/NAME.txt}; {@code project: NAME on PostgreSQL}
 *       has an empty database there instead of an SQLite file
 *   <li>{@code server: URL}: this URL of the page leads to a PostgreSQL of the specs
 *   <li>{@code $ COMMAND}: typed before the block; what the last one prints is shown by a block that begins without a command
 *   <li>{@code file: NAME}: the block is this file
 *   <li>{@code edit: OLD -> NEW}: a place in a script is changed
 *   <li>{@code sql: STATEMENT}: run on the database
 *   <li>{@code holding: STATEMENT}: run in another session, whose transaction stays open until the block is done
 *   <li>{@code not run: WHY}: and PagesSpec has a list of these
 *   <li>{@code refused}: the script does not compile
 * </ul>
 *
 * A complete script on the page is what stands in the file of its revision from there on, where the project has one.
 */
@CompileStatic
final class PageRun implements Closeable {

    private static final Path PROJECTS = Path.of('src/test/resources/pages')

    private static final Runner RUNNER = Runner.thisProcess()

    /** Scripts are compiled once for all pages. */
    private static final Path CACHE = cache()

    private Path home
    private final Map<String, String> variables = [:]
    private TestDatabase database
    private String server
    private Connection other

    PageRun() {
        begin('empty')
    }

    /** What was shown and what was printed, in order. */
    List<Shown> run(Page page) {
        page.blocks.findAll { it.mark == null }.collectMany { Block block -> commands(block) }
    }

    private List<Shown> commands(Block block) {
        List<Shown> shown = typed(block)
        other?.close()
        other = null
        shown
    }

    private List<Shown> typed(Block block) {
        Shown hidden = null
        block.directives.each { Directive directive ->
            String value = directive.value
            switch (directive.name) {
                case 'project': begin(value); break
                case 'server': serve(value); break
                case '$': hidden = typed(new Shown(page: block.page, line: block.start - 1, command: value)); break
                case 'file': write(value, block.text); break
                case 'edit': edit(value); break
                case 'sql': execute(value); break
                case 'holding': hold(value); break
            }
        }
        if (block.complete) {
            replaceScript(block)
        }
        List<Shown> shown = block.language == 'console' ? block.commands : []
        shown.each { Shown command ->
            if (command.hidden) {
                command.command = hidden?.command ?: 'no command, nor one in a comment'
                command.actual = hidden?.actual ?: []
                command.exit = hidden?.exit ?: 0
            } else {
                typed(command)
            }
        }
    }

    private void begin(String project) {
        close()
        variables.clear()
        variables.RETORT_CACHE = CACHE.toString()
        home = Files.createTempDirectory('retort-page')
        String name = project - ' on PostgreSQL'
        if (name != project) {
            serve(null)
            variables.DATABASE_URL = database.jdbcUrl
        }
        if (name != 'empty') {
            Files.readString(PROJECTS.resolve(name + '.txt')).split(/(?m)^=== /).drop(1).each { String file ->
                write(file.readLines()[0], file.substring(file.indexOf('\n') + 1).stripTrailing() + '\n')
            }
        }
    }

    private void serve(String url) {
        database = TestDatabase.postgresql()
        // The server's superuser is who the specs are.
        variables.RETORT_ROLE_WARNING = 'false'
        server = url
    }

    private void write(String name, String text) {
        Path file = home.resolve(name)
        Files.createDirectories(file.parent)
        Files.writeString(file, real(text))
    }

    private void edit(String change) {
        String[] parts = change.split(' -> ')
        String old = parts[0]
        String instead = parts[1]
        List<Path> changed = scripts().findAll { Files.readString(it).contains(old) }
        assert changed.size() == 1: "$old is in $changed"
        Files.writeString(changed[0], Files.readString(changed[0]).replace(old, instead))
    }

    private void replaceScript(Block block) {
        String id = (block.text =~ /(?m)^revision +'([^']+)'/).with { it.find(); it.group(1) }
        scripts().findAll { Files.readString(it) =~ /(?m)^revision +'$id'/ }.each { Files.writeString(it, block.text) }
    }

    private List<Path> scripts() {
        List<Path> files = []
        home.toFile().eachFileRecurse { File file ->
            if (file.name.endsWith('.groovy')) {
                files << file.toPath()
            }
        }
        files
    }

    private void execute(String sql) {
        (database ?: TestDatabase.at(home.resolve('retort.db'))).execute(sql)
    }

    private void hold(String sql) {
        if (other == null) {
            other = database.open()
            other.autoCommit = false
        }
        other.createStatement().execute(sql)
    }

    /** With {@code &&} and {@code >}, as a shell would. */
    private Shown typed(Shown shown) {
        def bytes = new ByteArrayOutputStream()
        def terminal = new PrintStream(bytes, true, StandardCharsets.UTF_8)
        shown.exit = 0
        shown.command.split(' && ').each { String command ->
            if (shown.exit == 0) {
                shown.exit = redirected(command, terminal)
            }
        }
        shown.actual = printed(bytes.toString(StandardCharsets.UTF_8).stripTrailing()).readLines()
        shown
    }

    private int redirected(String command, PrintStream terminal) {
        def redirected = command =~ /^(.*) > (\S+)$/
        if (!redirected.matches()) {
            return program(words(command), terminal, terminal)
        }
        PrintStream file = new PrintStream(home.resolve(redirected.group(2)).toFile(), StandardCharsets.UTF_8)
        try {
            return program(words(redirected.group(1)), file, terminal)
        } finally {
            file.close()
        }
    }

    private int program(List<String> words, PrintStream out, PrintStream err) {
        Map<String, String> own = words.takeWhile { it =~ /^[A-Z_]+=/ }.collectEntries { it.split('=', 2) as List } as Map<String, String>
        List<String> arguments = words.drop(own.size() + 1)
        switch (words[own.size()]) {
            case 'retort': return Main.run(arguments as String[], out, err, variables + own, home)
            case 'export': arguments.each { variables.putAll([it.split('=', 2) as List<String>].collectEntries() as Map<String, String>) }; return 0
            case 'rm': Files.delete(home.resolve(arguments[0])); return 0
            // The reader's application.
            case 'app': return 0
            default: err.println("No page runs ${words[own.size()]}. Mark the block: <!-- not run: … -->"); return 127
        }
    }

    private List<String> words(String command) {
        (real(command) =~ /(?:[^\s'"]|'[^']*'|"[^"]*")+/).collect { (it as String).replaceAll(/'([^']*)'|"([^"]*)"/, '$1$2') }
    }

    /** Text of the page with what is really there. */
    private String real(String text) {
        server == null ? text : text.replace(server, database.jdbcUrl)
    }

    /** What was printed, with what stands on the pages for what is really there. */
    private String printed(String text) {
        String shown = text.replaceAll(/( Database | database |sqlite:\/\/\/)${Pattern.quote(home.toString())}\//, '$1').replace(home.toString(), '/srv/shop')
                .replace("${RUNNER.user()}@${RUNNER.host()}", 'ann@laptop')
        if (server != null) {
            def place = database.jdbcUrl =~ /^jdbc:postgresql:\/\/([^?]+)/
            place.find()
            shown = shown.replace(place.group(1), server.replaceFirst(/.*@([^\/]+)/, '$1:5432'))
        }
        shown
    }

    private static Path cache() {
        Path folder = Files.createTempDirectory('retort-pages')
        Runtime.runtime.addShutdownHook(new Thread({ folder.toFile().deleteDir() } as Runnable))
        folder
    }

    @Override
    void close() {
        other?.close()
        other = null
        database?.close()
        database = null
        server = null
        home?.toFile()?.deleteDir()
    }
}
