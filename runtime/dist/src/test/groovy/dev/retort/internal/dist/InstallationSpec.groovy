package dev.retort.internal.dist

import dev.retort.internal.cli.CommandTree
import groovy.transform.Canonical
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Tag

/** What people install, as it was packaged: unpacked where things are awkward, and started by others than its owner. */
@Requires({ os.linux })
@Tag('world')
class InstallationSpec extends Specification {

    static final Path TARGET = Path.of('target').toAbsolutePath()
    static final Path TRIAL = TARGET.resolve('a folder with spaces')
    static final boolean ROOT = System.getProperty('user.name') == 'root'

    @Shared
    Path home

    @Canonical
    static class Outcome {
        int exit
        String out
        String err
    }

    def setupSpec() {
        TRIAL.toFile().deleteDir()
        Files.createDirectories(TRIAL)
        home = unpacked(archive('.tar.gz'))
    }

    def cleanupSpec() {
        TRIAL.toFile().deleteDir()
    }

    static Path archive(String ending) {
        def version = System.getProperty('retort.version')
        TARGET.resolve("retort-$version$ending")
    }

    static Path unpacked(Path archive) {
        def folder = Files.createTempDirectory(TRIAL, 'at ')
        folder.toFile().setExecutable(true, false)
        folder.toFile().setReadable(true, false)
        assert run([:], ['tar', '-xzf', archive.toString(), '-C', folder.toString()]).exit == 0
        Files.list(folder).withCloseable { it.toList() }[0]
    }

    /** With no variables but these, so that nothing of the build's own Java is left. */
    static Outcome run(Map<String, String> variables, List<String> command) {
        ended(start(variables, command))
    }

    static Process start(Map<String, String> variables, List<String> command) {
        def builder = new ProcessBuilder(['timeout', '120'] + command).directory(TARGET.toFile())
        builder.environment().clear()
        builder.environment().putAll([PATH: System.getenv('PATH')] + variables)
        builder.start().tap { it.outputStream.close() }
    }

    static Outcome ended(Process process) {
        def err = new StringBuffer()
        def reader = process.consumeProcessErrorStream(err)
        def out = process.inputStream.text
        reader.join()
        new Outcome(process.waitFor(), out, err.toString())
    }

    static boolean has(String program) {
        System.getenv('PATH').split(':').any { Files.isExecutable(Path.of(it, program)) }
    }

    String getProgram() {
        home.resolve('bin/retort')
    }

    Map<String, String> getJava() {
        [JAVA_HOME: System.getProperty('java.home')]
    }

    def "it starts in a folder with spaces, through a link too"() {
        given:
        def link = TRIAL.resolve('link')
        Files.deleteIfExists(link)
        Files.createSymbolicLink(link, Path.of(program))

        expect:
        [program, link.toString()].each {
            with(run(java, [it, '--version'])) {
                assert exit == 0 && out.startsWith("retort ${System.getProperty('retort.version')} ")
            }
        }
    }

    def "what makes a start quick is prepared once by several that start together, where the user's cache is"() {
        given:
        def other = unpacked(archive('.tar.gz'))
        assert run([:], ['chmod', '-R', 'a-w', other.toString()]).exit == 0
        def cache = TRIAL.resolve('cache')
        def command = (ROOT ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : []) + [other.resolve('bin/retort').toString(), '--version']
        Files.createDirectory(cache)
        assert run([:], ['chmod', '777', cache.toString()]).exit == 0

        when:
        def outcomes = (1..3).collect { start(java + [XDG_CACHE_HOME: cache.toString()], command) }.collect { ended(it) }

        then:
        outcomes*.exit == [0, 0, 0]
        outcomes*.err.join('').count('Preparing Retort') == 1
        def archives = Files.walk(cache).withCloseable { all -> all.filter { it.fileName.toString() == 'classes.jsa' }.toList() }
        archives.size() == 1
        Files.size(archives[0]) > 1_000_000

        and: 'the next one has nothing to say'
        with(run(java + [XDG_CACHE_HOME: cache.toString()], command)) { [exit, err] == [0, ''] }

        cleanup:
        run([:], ['chmod', '-R', 'u+w', other.toString()])
    }

    @Requires({ InstallationSpec.ROOT && InstallationSpec.has('unshare') && InstallationSpec.has('setpriv') })
    def "another user runs it on a file system that is read only, without HOME and without a /tmp to write to"() {
        given:
        def migrations = Files.createDirectories(TRIAL.resolve('migrations'))
        migrations.resolve('a1.groovy').toFile().text = "revision 'a1'\nmessage 'Users'\nchange { createTable('users') { column 'id', integer, primaryKey: true } }\n"
        def other = unpacked(archive('.tar.gz'))
        def world = '''set -e
            mount --bind "$1" "$1"
            mount -o remount,bind,ro "$1"
            mount -t tmpfs -o ro,size=1m none /tmp
            ! touch "$1/x" 2>/dev/null
            shift
            exec setpriv --reuid=65534 --regid=65534 --clear-groups "$@"'''

        when:
        def outcome = run(java, ['unshare', '--mount', 'sh', '-c', world, 'sh', TRIAL.toString(), other.resolve('bin/retort').toString(),
                                 'upgrade', 'head', '--url', 'jdbc:sqlite::memory:', '--migrations', migrations.toString()])

        then:
        outcome.exit == 0
        outcome.err.contains('a1, Users') && !outcome.err.contains('error') && !outcome.err.contains('cannot')
        outcome.out == ''
    }

    def "without a Java of its age there is a sentence: #what"() {
        given:
        def old = Files.createDirectories(TRIAL.resolve('old/bin'))
        old.resolve('java').toFile().text = '#!/bin/sh\nexit 1\n'
        old.resolve('java').toFile().executable = true
        old.resolveSibling('release').toFile().text = 'JAVA_VERSION="11.0.2"\n'
        def tools = Files.createDirectories(TRIAL.resolve('tools'))
        ['dirname', 'readlink', 'uname', 'tr', 'timeout', 'sh'].each {
            Files.deleteIfExists(tools.resolve(it))
            Files.createSymbolicLink(tools.resolve(it), Path.of(System.getenv('PATH').split(':').find { folder -> Files.exists(Path.of(folder, it)) }, it))
        }

        expect:
        with(run([PATH: tools.toString()] + variables, ['sh', program, '--version'])) {
            [exit, out, err] == [1, '', "error: $message\n"]
        }

        where:
        what         | variables                                | message
        'none'       | [:]                                      | 'No Java was found. Install Java 17 or later, or set JAVA_HOME.'
        'too old'    | [JAVA_HOME: "$TRIAL/old" as String]      | "Retort needs Java 17 or later; $TRIAL/old/bin/java is version 11.0.2. Install a later one, or set JAVA_HOME."
        'not there'  | [JAVA_HOME: '/nowhere']                  | 'JAVA_HOME is /nowhere, where there is no bin/java. Set it to a Java of version 17 or later.'
    }

    def "the zip has what the tar has"() {
        expect:
        def zip = run([:], ['sh', '-c', 'jar tf "$1" | sort', 'sh', archive('.zip').toString()]).out.readLines()
        def tar = run([:], ['sh', '-c', 'tar -tzf "$1" | sort', 'sh', archive('.tar.gz').toString()]).out.readLines()
        zip.sort() == tar.sort()
        zip.any { it.endsWith('/bin/retort.cmd') }
    }

    def "every library has its licence in NOTICE and every command its page"() {
        given:
        def notice = home.resolve('NOTICE').toFile().text
        def names = ['jackson-core': 'Jackson Core', postgresql: 'PostgreSQL JDBC', 'sqlite-jdbc': 'SQLite JDBC', groovy: 'Apache Groovy', 'asm-tree': 'ASM',
                     'checker-qual': 'Checker Framework', 'jline-terminal': 'JLine', 'slf4j-api': 'SLF4J', failureaccess: 'Guava'] +
                ['alg.layered', 'alg.common', 'core', 'graph'].collectEntries { ["org.eclipse.elk.$it".toString(), 'Eclipse Layout Kernel'] } +
                ['common', 'ecore'].collectEntries { ["org.eclipse.emf.$it".toString(), 'Eclipse Modeling Framework'] } +
                ['', '.jsonrpc'].collectEntries { ["org.eclipse.lsp4j$it".toString(), 'Eclipse LSP4J'] }
        def libraries = home.resolve('lib').toFile().list().findAll { !it.startsWith('retort-') }.collect { it.replaceAll(/-\d.*/, '') }

        expect:
        libraries.size() > 10
        libraries.findAll { !notice.toLowerCase().contains((names[it] ?: it).toLowerCase()) } == []
        CommandTree.create().subcommands.values().findAll { !it.commandSpec.usageMessage().hidden() }.collect { it.commandSpec.name() }
                .findAll { !Files.exists(home.resolve("share/man/man1/retort-${it}.1")) } == []
    }

    @Requires({ InstallationSpec.has('mandoc') })
    def "readers of manual pages have nothing to complain of"() {
        expect:
        run([:], ['sh', '-c', 'exec mandoc -Tlint "$1"/share/man/man1/*.1', 'sh', home.toString()]) == new Outcome(0, '', '')
    }

    @Requires({ InstallationSpec.has('lintian') })
    def "nor has Debian's checker of packages"() {
        expect:
        def result = run([HOME: TRIAL.toString()], ['lintian', '--allow-root', '--fail-on', 'error,warning', TARGET.resolve("retort_${System.getProperty('retort.version')}_all.deb").toString()])
        result.exit == 0 && !result.out.contains('E: ') && !result.out.contains('W: ')
    }

    @Requires({ Files.exists(InstallationSpec.archive("-linux-${System.getProperty('os.arch')}.tar.gz")) })
    def "the one with a Java of its own needs no other, and its archive of classes is ready wherever it is"() {
        given:
        def own = unpacked(archive("-linux-${System.getProperty('os.arch')}.tar.gz"))

        when:
        def outcome = run([JAVA_HOME: '/nowhere', RETORT_CACHE: 'off', RETORT_JAVA_OPTIONS: '-Xlog:class+load:stdout'], [own.resolve('bin/retort').toString(), '--version'])

        then:
        [outcome.exit, outcome.err] == [0, '']
        outcome.out.contains('(Java 25')
        def loaded = outcome.out.readLines().findAll { it.contains(' source: ') }
        loaded.count { it.contains('shared objects file') } > loaded.size() * 0.95

        and: 'nor does Java warn of the driver of SQLite'
        def scripts = Files.createDirectories(TRIAL.resolve('no scripts'))
        def current = run([:], [own.resolve('bin/retort').toString(), 'current', '--migrations', scripts.toString(), '--url', 'jdbc:sqlite::memory:'])
        [current.exit, current.err] == [0, 'The database is at base.\n']
    }
}
