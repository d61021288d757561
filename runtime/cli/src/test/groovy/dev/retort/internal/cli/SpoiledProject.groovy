package dev.retort.internal.cli

import groovy.transform.CompileStatic
import java.nio.charset.StandardCharsets
import java.nio.file.FileSystemException
import java.nio.file.Files
import java.nio.file.InvalidPathException
import java.nio.file.Path

/** A project of three revisions on a database at the second of them, one thing of it spoiled, and a command to run on it. */
@CompileStatic
final class SpoiledProject implements Closeable {

    static final String SECRET = 'geheim'

    static final Map<String, String> GOOD = [
            'retort.toml': '''\
                # where everything is
                url = "sqlite:///app.db"
                migrations = ["migrations"]
                lock_timeout = "2s"
                version_table = "retort_version"
                timezone = "Europe/Berlin"
                truncate_slug_length = 40
                script_timeout = "10s"
                role_warning = false
                file_template = "%(rev)s_%(slug)s"
                default_env = "dev"
                [env.dev]
                url = "sqlite:///app.db"
                [env.prod]
                url = "postgresql://app@127.0.0.1:1/app"
                password = "geheim"
                ''',
            'migrations/a1_users.groovy': '''\
                revision 'a1'
                message 'Create users'
                change { createTable('users') { column 'id', integer, primaryKey: true } }
                ''',
            'migrations/b1_names.groovy': '''\
                // The names.
                revision 'b1'
                downRevision 'a1'
                branchLabels 'names', 'people'
                message 'Add names'
                created '2026-11-21T10:15:00Z'
                description 'The import needs them.'
                upgrade('Takes a second.') { addColumn 'users', 'name', text }
                downgrade('Loses the names.') { dropColumn 'users', 'name' }
                ''',
            'migrations/c1_tags.groovy': """\
                revision 'c1'
                downRevision 'b1'
                message 'Create tags, and fill them'
                upgrade {
                    createTable('tags') {
                        column 'id', integer, primaryKey: true
                        column 'name', varchar(40), nullable: false, default: 'it\\'s'
                        column 'price', numeric(10, 2)
                        check 'price >= 0', name: 'ck_price'
                    }
                    createIndex 'ix_tags_name', 'tags', ['name'], unique: false
                    executeFile 'data/tags.sql'
                    bulkInsert 'tags', csv('data/tags.csv')
                    bulkInsert 'tags', jsonLines('data/tags.jsonl')
                    execute 'UPDATE tags SET name = :name WHERE id = :id', id: 1, name: "one"
                    query('SELECT id, name FROM tags WHERE id > 1').each { row ->
                        execute 'UPDATE tags SET price = :price WHERE id = :id', price: row.integer('id') * 2, id: row.integer('id')
                    }
                }
                downgrade {
                    dropTable 'tags'
                }
                """,
            'migrations/data/tags.sql': '''\
                -- some tags
                INSERT INTO tags (id, name) VALUES (1, 'first;');
                INSERT INTO tags (id, name) VALUES (2, 'it''s'); /* two */
                ''',
            'migrations/data/tags.csv': '''\
                id,name,price
                3,"three, or ""3""",1.50
                4,four,
                ''',
            'migrations/data/tags.jsonl': '''\
                {"id": 5, "name": "five", "price": 2.50}
                {"id": 6, "name": "six \\u20ac", "price": null}
                ''',
    ].collectEntries { String name, String text -> [name, text.stripIndent()] } as Map<String, String>

    /** So deep that a path which climbs does not leave what is removed again. */
    final Path root = Files.createTempDirectory('retort-fuzz')
    final Path home = Files.createDirectories(root.resolve('some/deep/project'))
    final Path database = home.resolve('app.db')

    List<String> arguments = ['heads']
    Map<String, String> variables = [RETORT_ROLE_WARNING: 'false', EDITOR: 'true', VISUAL: 'true']

    private final Random random
    private final Spoiling spoiling

    SpoiledProject(long seed, byte[] applied) {
        random = new Random(seed)
        spoiling = new Spoiling(random)
        GOOD.each { name, text -> write(name, text.getBytes(StandardCharsets.UTF_8)) }
        Files.write(database, applied)
    }

    @Override
    void close() {
        root.toFile().deleteDir()
    }

    private Path write(String name, byte[] bytes) {
        Path path = home.resolve(name)
        Files.createDirectories(path.parent)
        Files.write(path, bytes)
    }

    private <T> T any(List<T> list) {
        list[random.nextInt(list.size())]
    }

    private void spoil(String name) {
        write(name, spoiling.bytes(GOOD[name]))
    }

    private List<String> perhapsJson(String line) {
        List<String> words = line.split(' ') as List
        !line.contains('--sql') && random.nextInt(3) == 0 ? ['--json'] + words : words
    }

    void header() {
        String name = any(['migrations/a1_users.groovy', 'migrations/b1_names.groovy'])
        String text = GOOD[name]
        int end = text.indexOf(name.contains('b1') ? 'upgrade(' : 'change')
        def whole = new ByteArrayOutputStream()
        whole.writeBytes(spoiling.bytes(text.substring(0, end)))
        whole.writeBytes(text.substring(end).getBytes(StandardCharsets.UTF_8))
        write(name, whole.toByteArray())
        arguments = perhapsJson(any(['heads', 'history', 'history -v', 'show b1', 'branches', 'bases', 'current', 'status', 'plan upgrade head', 'stamp head', 'downgrade a1']))
    }

    void configuration() {
        spoil('retort.toml')
        arguments = perhapsJson(any(['config', 'config --env prod', 'heads', 'current', 'status', 'upgrade head', 'revision -m x']))
    }

    void url() {
        String password = SECRET + any(['', '/', '@', ':', '%', '%zz', '%00', '#', '?', '&', ' ', '"', "'", '\\', '\n', '\t', 'é', '\u0000', '[', '%40', '=', ';'])
        String url
        if (random.nextInt(3) == 0) {
            url = any(['sqlite:///', 'jdbc:sqlite:', 'jdbc:sqlite:file:', 'sqlite+pysqlite:///', 'sqlite:', 'sqlite://', 'SQLITE:///']) +
                    any(['app.db', 'other.db', 'migrations', 'no/such/folder.db', '', ':memory:', 'a\u0000b', 'retort.toml', 'app.db\n', 'x' * 300, '%', 'app db', 'é.db', 'file:app.db', ':resource:none.db', ':resource:file:none']) +
                    any(['', '', '', '?', '?mode=ro', '?mode=x', '?cache=shared', '?foreign_keys=maybe', '?journal_mode=x', '?busy_timeout=x', "?password=$password".toString(), '?cipher=x', '?open_mode=x', '?date_class=x', '?transaction_mode=x', '?&&=', '?immutable=1', '?vfs=none', '?a=b=c'])
        } else {
            url = any(['postgresql://', 'jdbc:postgresql://', 'postgres://', 'postgresql+psycopg2://', 'postgresql:', 'postgresql:/', 'jdbc:postgresql:', 'mysql://', 'jdbc:', '', '//', 'POSTGRESQL://', ' postgresql://']) +
                    any(["app:$password@".toString(), "app:$password@".toString(), ":$password@".toString(), "a p:$password@".toString(), "app%zz:$password@".toString(), "x@y:$password@".toString()]) +
                    any(['127.0.0.1', 'localhost', '[::1]', '[::', '', '127.0.0.1,localhost', '127.0.0.1:1,localhost:1']) + any([':1', ':1', ':1', ':0', ':-1', ':99999', ':x', ':', ':1:1', ':9999999999999']) +
                    any(['/app', '/app', '/', '', '/a/b', '/%zz', '/a%20b', '/\u0000', '/' + 'x' * 3000]) +
                    any(['', '', '?', "?password=$password".toString(), "?user=app&password=$password".toString(), '?sslmode=x', '?socketTimeout=x', '?loginTimeout=-1', '?prepareThreshold=x', '?ssl=true', '?a', '?=', '?targetServerType=x',
                         '?socketFactory=x', '?loggerLevel=TRACE', '?options=-c%20x', '?sslrootcert=none&sslmode=verify-full', '?gssEncMode=x', '?currentSchema=%00', '?connectTimeout=99999999999', '?sslpassword=' + SECRET])
        }
        if (random.nextInt(4) == 0) {
            // What the eye would take for the password must stand there whole, else nobody can know that it is one.
            url = url.replaceFirst(/(app|none|true|lite|sql)/) { List<String> found -> java.util.regex.Matcher.quoteReplacement(spoiling.nasty()) }
        }
        if (random.nextBoolean()) {
            arguments = ['--url', url] + perhapsJson(any(['current', 'config', 'status', 'plan upgrade head', 'upgrade head', 'upgrade b1 --sql']))
        } else {
            variables += [DATABASE_URL: url]
            Files.delete(home.resolve('retort.toml'))
            arguments = perhapsJson(any(['current', 'config', 'status', 'upgrade head']))
        }
    }

    void commandLine() {
        List<String> options = OPTIONS
        List<String> words = ['a1', 'b1', 'c1', 'head', 'heads', 'base', '+1', '-1', '+9', '-9', '+99999999999', 'names@head', 'names@base', 'b1@-1', 'b1+1', 'a1:c1', ':', 'a1:', ':b1', '@', '@head', 'x@y@z', '-', '--', '--=',
                              '', ' ', '*', '%s', '$x', '@file', 'zz', 'b', 'c1\n', 'c1\u0000', 'ä', 'x' * 10_000, '0', '-0', 'a=b', '=', 'file.txt', 'migrations', 'no/such', '..', '5s', '-5s', '0s', '99999999999999d', 'x.db', '2026-01-01', '\u001b[0m', 'a\u0000b']
        arguments = [any(COMMANDS)]
        random.nextInt(5).times { arguments << (random.nextInt(3) == 0 ? any(options) : random.nextInt(12) == 0 ? spoiling.nasty() : any(words)) }
        if (random.nextInt(4) == 0) {
            arguments.add(0, any(options))
        }
        if (random.nextInt(3) == 0) {
            arguments.add(random.nextInt(arguments.size() + 1), '--json')
        }
    }

    static final List<String> COMMANDS = CommandTree.create().subcommands.keySet() as List
    static final List<String> OPTIONS = CommandTree.create().subcommands.values()
            .collectMany { it.commandSpec.options().collectMany { it.names() as List<String> } }
            .unique().collectMany { [it, it, it + '=', it + '=x'] }

    void body() {
        spoil('migrations/c1_tags.groovy')
        running()
    }

    void data() {
        spoil(any(['migrations/data/tags.sql', 'migrations/data/tags.csv', 'migrations/data/tags.jsonl']))
        running()
    }

    private void running() {
        arguments = perhapsJson(any(['upgrade head', 'upgrade head', 'upgrade head', 'plan upgrade head -v', 'upgrade head --sql', 'upgrade b1:c1 --sql']))
    }

    /** Files that are folders, links, huge, or have names that nobody thought of. */
    void files() {
        running()
        if (random.nextBoolean()) {
            arguments = perhapsJson(any(['heads', 'history', 'status', 'show c1', 'config', 'revision -m x', 'merge heads -m x']))
        }
        String name = any(GOOD.keySet() as List)
        Path path = home.resolve(name)
        try {
            place(name, path)
        } catch (InvalidPathException | FileSystemException unsupported) {
            // This file system has no such file; the project stays good.
        }
    }

    private void place(String name, Path path) {
        switch (random.nextInt(13)) {
            case 0: Files.delete(path); break
            case 1: Files.delete(path); Files.createDirectory(path); break
            case 2: Files.delete(path); Files.createSymbolicLink(path, path.fileName); break
            case 3: Files.delete(path); Files.createSymbolicLink(path, Path.of('nowhere')); break
            case 4: Files.write(path, new byte[0]); break
            case 5: Files.write(path, ((GOOD[name] + '\n') * 3_000).getBytes(StandardCharsets.UTF_8)); break
            case 6: Files.write(path, ('x' * 3_000_000).getBytes(StandardCharsets.UTF_8)); break
            case 7: Files.move(path, path.resolveSibling(spoiling.nasty().take(80) + path.fileName)); break
            case 8: Files.copy(path, path.resolveSibling(spoiling.nasty().take(80) + '.groovy')); break
            case 9: home.resolve('migrations').toFile().deleteDir(); Files.createSymbolicLink(home.resolve('migrations'), Path.of(any(['migrations', 'app.db', '..']))); break
            case 10: Files.createDirectory(home.resolve('migrations/folder.groovy')); break
            case 11: Files.write(path, ('\n' * 200_000 + GOOD[name]).getBytes(StandardCharsets.UTF_8)); break
            default: Files.write(database, new Spoiling(random).bytes('SQLite format 3\u0000 and then nothing')); break
        }
    }
}
