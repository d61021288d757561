package dev.retort.internal.verify.rows

import dev.retort.RetortException
import dev.retort.internal.testing.TestDatabase
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** The rows that a project gives itself. A subclass names the database. */
abstract class FixturesSpec extends Specification {

    static final List<String> IDS = ['4f1c2a9d7b3e', '4f2c000000aa', '71bc71cb8fac', 'billing_1']

    @TempDir
    Path home

    abstract TestDatabase getDatabase()

    protected void file(String name, String text) {
        Path file = home.resolve('fixtures').resolve(name)
        Files.createDirectories(file.parent)
        Files.writeString(file, text)
    }

    protected Fixtures fixtures() {
        Fixtures.in(home.resolve('fixtures'), home, IDS)
    }

    protected boolean load(String revision) {
        database.open().withCloseable { fixtures().load(it, FilledDatabase.dialect(database), revision) }
    }

    protected static String refused(Closure<?> work) {
        try {
            work.call()
            return ''
        } catch (RetortException e) {
            return e.problems().collect { (it.location() == null ? '' : "${it.location()}: ") + it.sentence() }.join(' ')
        }
    }

    def setup() {
        database.execute('CREATE TABLE users (id integer PRIMARY KEY, name text NOT NULL)')
    }

    def "the file #name is a fixture of #revision"() {
        given:
        file(name, '')

        expect:
        fixtures().all().keySet() == [revision] as Set
        fixtures().file(revision).get() == "fixtures/$name"

        where:
        name                      || revision
        '4f1c2a9d7b3e.sql'        || '4f1c2a9d7b3e'
        '4f1c2a9d7b3e_users.sql'  || '4f1c2a9d7b3e'
        '4f1_users_and_more.sql'  || '4f1c2a9d7b3e'
        '7.groovy'                || '71bc71cb8fac'
        'billing_1.groovy'        || 'billing_1'
        'billing_1_rows.sql'      || 'billing_1'
    }

    def "there need not be any"() {
        expect:
        fixtures().all() == [:]
        !load('4f1c2a9d7b3e')
    }

    def "other files are no fixtures"() {
        given:
        file('users.csv', '')
        file('.4f1c.sql.swp', '')
        file('README.md', '')
        file('.x.sql', '')

        expect:
        fixtures().all() == [:]
    }

    def "a file that belongs to no revision, or to several, is reported"() {
        given:
        file('4f_users.sql', '')
        file('4f1c2a9d7b3f.sql', '')
        file('7.sql', '')
        file('71_rows.groovy', '')
        file('_x.sql', '')

        expect:
        refused { fixtures() } == 'The fixture "fixtures/4f1c2a9d7b3f.sql" belongs to no revision: there is no "4f1c2a9d7b3f". ' +
                'The fixture "fixtures/4f_users.sql" may belong to any of several revisions: 4f1c2a9d7b3e, 4f2c000000aa. ' +
                'Both "fixtures/7.sql" and "fixtures/71_rows.groovy" are fixtures of the revision 71bc71cb8fac. ' +
                'The fixture "fixtures/_x.sql" belongs to no revision: there is no "".'
    }

    def "the statements of a file of SQL are run"() {
        given:
        file('71bc.sql', "-- two of them\nINSERT INTO users VALUES (1, 'it''s; Ada');\nINSERT INTO users VALUES (2, 'Bob');\n")

        expect:
        load('71bc71cb8fac')
        database.rows('SELECT id, name FROM users ORDER BY id') == [[1, "it's; Ada"], [2, 'Bob']]
    }

    def "the statements of a script are run in the language of migrations"() {
        given:
        file('71bc_users.groovy', '''
            def names = ['Ada', 'Bob']
            bulkInsert 'users', names.withIndex().collect { name, i -> [id: i + 1, name: name] }
            execute 'INSERT INTO users (id, name) VALUES (:id, :name)', id: 7, name: "O'Hara"
            table('users').where(id: 2).update(name: query('SELECT max(name) AS n FROM users WHERE id < 2').first().string('n') + '!')
            bulkInsert 'users', csv('users.csv')
            '''.stripIndent())
        file('users.csv', 'id,name\n9,Cy\n')

        expect:
        load('71bc71cb8fac')
        database.rows('SELECT id, name FROM users ORDER BY id') == [[1, 'Ada'], [2, 'Ada!'], [7, "O'Hara"], [9, 'Cy']]
    }

    def "what is wrong in #name is reported with its place, and nothing of it is kept"() {
        given:
        file(name, text)

        expect:
        refused { load('71bc71cb8fac') }.startsWith(message)
        database.rows('SELECT count(*) FROM users')[0][0] == 0

        where:
        name          | text                                                                                          || message
        '7.groovy'    | "bulkInsert 'users', [[id: 1, name: 'a']]\nbulkInsrt 'users', [[id: 2]]"                      || 'fixtures/7.groovy:2:1: No operation "bulkInsrt".'
        '7.groovy'    | "bulkInsert 'users', [[id: 1, name: 'a']]\n  execute 'INSERT INTO users VALUES (1, 1, 1, 1)'" || 'fixtures/7.groovy:2:3: '
        '7.groovy'    | "dropTable 'users'"                                                                           || 'fixtures/7.groovy:1:1: A fixture changes rows, and nothing else of a database.'
        '7.groovy'    | "revision '7'\nupgrade { }"                                                                   || 'fixtures/7.groovy:1:1: This is a revision: "revision" is not allowed in a fixture.'
        '7.groovy'    | "new File('/etc/passwd').text"                                                                || 'fixtures/7.groovy:1:'
        '7.groovy'    | "bulkInsert 'users', csv('none.csv')"                                                         || 'fixtures/7.groovy:1:25: There is no file "fixtures/none.csv".'
        '7_a.sql'     | "INSERT INTO users VALUES (1, 'a');\n  INSERT INTO nobody VALUES (1);"                         || 'fixtures/7_a.sql:2:'
        '7_a.sql'     | "INSERT INTO users VALUES (1, 'a');\nINSERT INTO users VALUES (2, 'a;"                        || 'fixtures/7_a.sql:2:30: The string that begins here has no end'
    }
}
