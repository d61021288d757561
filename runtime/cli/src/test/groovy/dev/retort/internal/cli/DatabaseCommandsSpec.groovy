package dev.retort.internal.cli

import dev.retort.internal.testing.PostgresServer
import java.nio.file.Files

/** The database itself: created, and dropped. */
@spock.lang.Tag('database')
class DatabaseCommandsSpec extends CommandSpec {

    static final String NAME = 'spec_"Odd name"'

    def "a database is created, used and dropped on #dialect, each once"() {
        given:
        chain()
        variables.DATABASE_URL = url(dialect)

        expect:
        with(retort('create')) { [exit, out] == [0, ''] && err ==~ /Created the database \S+.*\.\n/ }
        with(retort('create')) { [exit, out] == [0, ''] && err ==~ /Nothing to do: the database \S+.* exists already\.\n/ }
        retort('create --json').json == [created: false]
        retort('upgrade head').exit == 0
        retort('current').out == 'c1 (head)\n'
        with(retort('drop')) {
            exit == 2
            err.startsWith('error: There is no terminal to ask at: Drop the database ')
            err.endsWith(' with all that is in it? Add --yes to say so. The database is as it was.\n')
        }
        retort('current').out == 'c1 (head)\n'
        with(retort('drop --yes')) { [exit, out] == [0, ''] && err ==~ /Dropped the database \S+.*\.\n/ }
        with(retort('drop --yes')) { [exit, out] == [0, ''] && err ==~ /Nothing to do: the database \S+.* does not exist\.\n/ }
        retort('drop -y --json').json == [dropped: false]

        cleanup:
        retort('drop --yes')

        where:
        dialect << DIALECTS
    }

    def "the commands that need a database name the one that creates it"() {
        given:
        chain()
        variables.DATABASE_URL = url('postgresql')

        expect:
        with(retort('upgrade head')) {
            exit == 4
            err.endsWith('does not exist. Create it with: retort create\n')
        }
    }

    def "what is no database is not deleted: #name"() {
        given:
        Files.writeString(project.home.resolve('notes.db'), 'not a database, but long enough to be looked at as one. '.repeat(20))
        variables.DATABASE_URL = "sqlite:///$name".toString()

        expect:
        with(retort('drop --yes')) {
            exit == code
            err.startsWith("error: $sentence")
        }
        Files.exists(project.home.resolve('notes.db'))

        where:
        name       || code | sentence
        'notes.db' || 4    | 'The database '
        ':memory:' || 2    | 'A database in memory is neither created nor dropped.'
    }

    def "a file is created in a folder that exists only"() {
        given:
        variables.DATABASE_URL = 'sqlite:///no/app.db'

        expect:
        with(retort('create')) {
            exit == 1
            err ==~ /error: The file \S+no\/app\.db cannot be created: there is no such folder\.\n/
        }
    }

    private String url(String dialect) {
        dialect == 'sqlite' ? 'sqlite:///new.db' : PostgresServer.shared().url('x').replace('/x?', '/' + URLEncoder.encode(NAME, 'UTF-8').replace('+', '%20') + '?')
    }
}
