package dev.retort

import dev.retort.internal.testing.Project
import dev.retort.internal.testing.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** The faults that a verification is there to find, each planted into a chain that is right otherwise. */
@spock.lang.Tag('database')
class VerificationSpec extends Specification {

    private static final List<String> BOTH = ['sqlite', 'postgresql']

    private static final String BEGIN = '''change {
        createTable('posts') {
            column 'id', integer, primaryKey: true
            column 'slug', varchar(50)
            column 'state', varchar(9), default: 'new'
        }
    }'''

    @Shared @AutoCleanup TestDatabase sqlite = TestDatabase.sqlite()
    @Shared @AutoCleanup TestDatabase postgresql = TestDatabase.postgresql()
    @AutoCleanup Project project = new Project()

    def "#dialect: #fault is found"() {
        given:
        project.revision('a', BEGIN)
        project.revision('b', ['a'], "upgrade {\n$upgrade\n}\ndowngrade {\n$downgrade\n}")

        when:
        def results = verified(dialect)

        then: 'by the revision, and by what goes all the way'
        results['b'].outcome() == CheckResult.Outcome.FAILED
        results['b'].problems()[0].location().file() == 'migrations/b.groovy'
        results['b'].problems()*.toString().join('\n').contains(words)
        failed(results) - others == ['b']
        database(dialect).tables() == []

        where:
        [dialect, fault, upgrade, downgrade, words, others] << [
                [BOTH, 'a downgrade that forgets an index', "createIndex 'ix', 'posts', ['slug']", "query 'SELECT 1'", "dropIndex 'ix', 'posts'", ['base']],
                [BOTH, 'a downgrade that forgets a default', "alterColumn 'posts', 'state', default: 'old'", "query 'SELECT 1'", "default: ", []],
                [['postgresql'], 'a downgrade that forgets a comment', "alterColumn 'posts', 'slug', comment: 'a word'", "query 'SELECT 1'", 'comment: null', []],
                [['sqlite'], 'a downgrade that forgets a trigger',
                 "createTrigger 'note', 'posts', after: 'insert', body: 'DELETE FROM posts WHERE id < 0'", "query 'SELECT 1'", 'dropTrigger', []],
                [['postgresql'], 'a downgrade that forgets a trigger',
                 "createFunction 'f', returns: 'trigger', language: 'plpgsql', body: 'BEGIN RETURN NEW; END'; createTrigger 'note', 'posts', after: 'insert', execute: 'f()'",
                 "query 'SELECT 1'", 'dropTrigger', ['base', 'again', 'sql']],
                [['postgresql'], 'a downgrade that forgets an enum value', "execute \"CREATE TYPE mood AS ENUM ('ok')\"; execute \"CREATE TYPE other AS ENUM ('ok')\"", "execute 'DROP TYPE other'", "dropEnum 'mood'", ['base', 'sql']],
                [['postgresql'], "a downgrade that forgets a sequence's owner", "execute 'CREATE SEQUENCE s OWNED BY posts.id'", "execute 'ALTER SEQUENCE s OWNED BY NONE'", 'dropSequence', ['base', 'sql']],
                [BOTH, 'a column of another type', "addColumn 'posts', 'n', integer", "dropColumn 'posts', 'n'; addColumn 'posts', 'm', integer", "dropColumn 'posts', 'm'", ['base', 'again', 'sql']],
        ].collectMany { row -> row[0].collect { [it] + row.drop(1) } }
    }

    def "#dialect: #fault is found by the rows"() {
        given:
        project.revision('a', BEGIN)
        project.revision('b', ['a'], "upgrade {\n$upgrade\n}\ndowngrade {\n$downgrade\n}")

        when:
        def results = verified(dialect)

        then:
        failed(results) == ['b']
        results.b.problems()*.toString().join('\n') =~ words

        where:
        [dialect, fault, upgrade, downgrade, words] << [
                [BOTH, 'an upgrade that loses rows of one shape', "execute 'DELETE FROM posts WHERE slug IS NULL'", "query 'SELECT 1'", /lose what was in the table posts\. /],
                [BOTH, 'an upgrade that changes values for good', """execute "UPDATE posts SET slug = 'gone'\"""", "query 'SELECT 1'", /lose what was in the table posts\. The row id = \d+ had slug = /],
                [BOTH, 'a downgrade that adds rows', "query 'SELECT 1'", "execute 'INSERT INTO posts (id) VALUES (-7)'", /lose what was in the table posts\. /],
                [BOTH, 'a downgrade that works on empty tables only', "dropColumn 'posts', 'state'", "addColumn 'posts', 'state', varchar(9), nullable: false; alterColumn 'posts', 'state', default: 'new', nullable: true",
                 /Revision b \(downgrade\) failed: /],
        ].collectMany { row -> row[0].collect { [it] + row.drop(1) } }
    }

    def "#dialect: #fault is found, where rows have values without an end"() {
        given:
        project.revision('a', """change { createTable('measures') {
            column 'id', integer, primaryKey: true
            column 'r', real
            column 'd', doublePrecision
            onlyOn('postgresql') { column 'n', numeric; column 'day', date; column 'at', timestamp; column 'then', timestamp(timezone: true) }
        } }""".replace("onlyOn('postgresql') {", dialect == 'sqlite' ? '/*' : '').replace("timezone: true) }", dialect == 'sqlite' ? '*/' : 'timezone: true)'))
        project.revision('b', ['a'], "upgrade { execute \"$upgrade\" }\ndowngrade { query 'SELECT 1' }")

        when:
        def results = verified(dialect)

        then:
        failed(results) == ['b']
        results.b.problems()*.toString().join('\n') =~ /lose what was in the table measures\. The row id = \d+ had $column = /

        where:
        [dialect, fault, upgrade, column] << [
                [['postgresql'], 'a numeric NaN that gets lost', "UPDATE measures SET n = NULL WHERE n = 'NaN'", 'n'],
                [['postgresql'], 'a numeric infinity that is limited', "UPDATE measures SET n = 1e100 WHERE n = 'Infinity'", 'n'],
                [['postgresql'], 'a real NaN that gets a zero', "UPDATE measures SET r = 0 WHERE r = 'NaN'", 'r'],
                [['postgresql'], 'a double NaN that gets lost', "UPDATE measures SET d = NULL WHERE d = 'NaN'", 'd'],
                [['postgresql'], 'an infinity that changes its kind', "UPDATE measures SET d = 'NaN' WHERE d = 'Infinity'", 'd'],
                [['postgresql'], 'a date at infinity that gets an end', "UPDATE measures SET day = '9999-12-31' WHERE day = 'infinity'", 'day'],
                [['postgresql'], 'a date before all others that gets lost', "UPDATE measures SET day = NULL WHERE day = '-infinity'", 'day'],
                [['postgresql'], 'a timestamp at infinity that gets lost', "UPDATE measures SET at = NULL WHERE at = 'infinity'", 'at'],
                [['postgresql'], 'a timestamp before all others that gets lost', "UPDATE measures SET at = NULL WHERE at = '-infinity'", 'at'],
                [['postgresql'], 'a timestamp with time zone at infinity that gets an end', "UPDATE measures SET \\\"then\\\" = '9999-12-31' WHERE \\\"then\\\" = 'infinity'", 'then'],
                [BOTH, 'an infinity that is limited', 'UPDATE measures SET d = 1e300 WHERE d > 1.7976931348623157E308', 'd'],
                [BOTH, 'an infinity below that is limited', 'UPDATE measures SET d = -1e300 WHERE d < -1.7976931348623157E308', 'd'],
                [['sqlite'], 'a real infinity that gets lost', 'UPDATE measures SET r = NULL WHERE r > 1.7976931348623157E308', 'r'],
        ].collectMany { row -> row[0].collect { [it] + row.drop(1) } }
    }

    def "#dialect: a row that refers to itself and is #fault is found"() {
        given:
        project.revision('a', """change { createTable('parts') {
            column 'id', integer, primaryKey: true
            column 'whole', integer, nullable: $nullable, references: 'parts.id'
        } }""")
        project.revision('b', ['a'], "upgrade { execute '$upgrade' }\ndowngrade { query 'SELECT 1' }")

        when:
        def results = verified(dialect)

        then:
        failed(results) == ['b']
        results.b.problems()*.toString().join('\n').contains('lose what was in the table parts. ')

        where:
        [dialect, fault, upgrade, nullable] << [
                [BOTH, 'set to null', 'UPDATE parts SET whole = NULL WHERE whole = id', true],
                [BOTH, 'set to another', 'UPDATE parts SET whole = (SELECT max(id) FROM parts) WHERE whole = id', false],
                [BOTH, 'deleted', 'DELETE FROM parts WHERE whole = id AND id NOT IN (SELECT whole FROM parts q WHERE whole IS NOT NULL AND q.id <> parts.id)', true],
        ].collectMany { row -> row[0].collect { [it] + row.drop(1) } }
    }

    def "#dialect: #fault is found beside the schema"() {
        given:
        project.revision('a', BEGIN)
        project.revision('b', ['a'], """change { onlyOn('postgresql') { createView 'slugs', 'SELECT slug FROM posts', materialized: true } }""")
        project.revision('c', ['b'], "upgrade {\n$upgrade\n}\ndowngrade {\n$downgrade\n}")

        when:
        def results = verified(dialect)

        then:
        failed(results) == ['c']
        results.c.problems()*.sentence() == ['The downgrade does not leave the database as it was before the upgrade. ' + words]

        where:
        dialect      | fault                               | upgrade                                                          | downgrade        || words
        'sqlite'     | 'a version of the user'             | "execute 'PRAGMA user_version = 7'"                              | "query 'SELECT 1'" || 'The pragma user_version was 0, and now is 7.'
        'sqlite'     | 'an id of an application'           | "execute 'PRAGMA application_id = 8'"                            | "execute 'PRAGMA application_id = 9'" || 'The pragma application_id was 0, and now is 9.'
        'postgresql' | 'a setting of the database'         | altered("DATABASE %I SET work_mem = ''5MB''")                    | "query 'SELECT 1'" || 'The setting work_mem of the database was not set, and now is 5MB.'
        'postgresql' | 'a setting of a role'               | altered("ROLE CURRENT_USER IN DATABASE %I SET work_mem = ''5MB''") | "query 'SELECT 1'" || 'The setting work_mem of the database for the role postgres was not set, and now is 5MB.'
        'postgresql' | 'a limit of connections'            | altered('DATABASE %I CONNECTION LIMIT 50')                       | altered('DATABASE %I CONNECTION LIMIT 60') || 'The connection limit of the database was not set, and now is 60.'
        'postgresql' | 'a materialized view without rows'  | "dropView 'slugs', materialized: true"                           | "createView 'slugs', 'SELECT slug FROM posts', materialized: true, withData: false" || 'The materialized view public.slugs had been filled, and now nobody can read it.'
        'postgresql' | 'a materialized view that is emptied' | "refreshView 'slugs', withData: false"                         | "query 'SELECT 1'" || 'The materialized view public.slugs had been filled, and now nobody can read it.'
    }

    /** Of the database that it is run in, whatever its name is. */
    private static String altered(String what) {
        'execute "DO \\$do\\$ BEGIN EXECUTE format(\'ALTER ' + what + '\', current_database()); END \\$do\\$"'
    }

    def "what is dropped is lost as declared, and what is renamed is not lost, on #dialect"() {
        given:
        project.revision('a', BEGIN)
        project.revision('b', ['a'], """upgrade { renameColumn 'posts', 'slug', 'name'; dropColumn 'posts', 'state' }
                downgrade { renameColumn 'posts', 'name', 'slug'; addColumn 'posts', 'state', varchar(9), default: 'new' }""")

        when:
        def results = verified(dialect)

        then:
        failed(results) == []
        results.b.remarks().size() == 1
        results.b.remarks()[0].startsWith('Lost, as declared, in the table posts. The row id = ')

        where:
        dialect << BOTH
    }

    def "what a trigger sets by the clock is no loss on #dialect"() {
        given:
        project.revision('a', """upgrade {
            createTable('notes') {
                column 'id', integer, primaryKey: true
                column 'words', text
                column 'updated_at', timestamp(timezone: true)
            }
            onlyOn('postgresql') {
                createFunction 'touch', returns: 'trigger', language: 'plpgsql', body: 'BEGIN NEW.updated_at := now(); RETURN NEW; END'
                createTrigger 'touched', 'notes', before: 'update', execute: 'touch()'
            }
            onlyOn('sqlite') {
                createTrigger 'touched', 'notes', after: 'update', body: "UPDATE notes SET updated_at = datetime('now') WHERE id = NEW.id AND updated_at IS OLD.updated_at"
            }
        }
        downgrade { dropTable 'notes'; onlyOn('postgresql') { dropFunction 'touch()' } }""")
        project.revision('b', ['a'], "upgrade { execute 'UPDATE notes SET words = words' }\ndowngrade { query 'SELECT 1' }")

        when:
        def results = verified(dialect)

        then:
        failed(results) == []
        results.b.remarks()[0].startsWith('Set by the clock, in the table notes. The row id = ')

        where:
        dialect << BOTH
    }

    def "a table that no row can be generated for is named, and rows of the project's own are tried on #dialect"() {
        given:
        project.revision('a', """change { createTable('odd') {
            column 'id', integer, primaryKey: true
            column 'n', integer, nullable: false, check: 'n * n * n = 1860867 + 2 * id - 2 * id'
        } }""")
        project.revision('b', ['a'], "upgrade { execute 'UPDATE odd SET id = id + 1' }\ndowngrade { query 'SELECT 1' }")
        def request = VerificationRequest.of(1).withFixtures(project.home.resolve('fixtures'))

        when:
        def without = verified(dialect, request)

        then:
        failed(without) == []
        without.b.remarks()[0].startsWith('The table odd has no rows: ')
        without.b.remarks()[0].contains('ck_odd_n')

        when:
        project.home.resolve('fixtures').toFile().mkdirs()
        project.home.resolve('fixtures/b.sql').toFile().text = 'INSERT INTO odd (id, n) VALUES (1, 123);'

        then:
        failed(verified(dialect, request)) == ['b']

        when:
        project.home.resolve('fixtures/b.sql').toFile().text = 'INSERT INTO odd (id, n) VALUES (1, 12);'

        then:
        verified(dialect, request).b.problems()[0].toString().startsWith('fixtures/b.sql:1')

        where:
        dialect << BOTH
    }

    def "a revision that cannot be applied to #dialect is reported, and what is on it is left out"() {
        given:
        project.revision('a', BEGIN)
        project.revision('b', ['a'], "upgrade { execute 'INSERT INTO posts (id) VALUES (1), (1)' }\ndowngrade { query 'SELECT 1' }")
        project.table('c', ['b'])

        when:
        def results = verified(dialect)

        then:
        failed(results) == ['b']
        results.c.outcome() == CheckResult.Outcome.LEFT_OUT
        results.c.remarks() == ['Not reached: revision b cannot be applied.']
        results.base.outcome() == CheckResult.Outcome.LEFT_OUT

        where:
        dialect << BOTH
    }

    def "what a revision declares to be lost is no fault on #dialect"() {
        given:
        project.revision('a', BEGIN)
        project.revision('b', ['a'], "upgrade { dropColumn 'posts', 'slug' }\nirreversible 'nobody knows the slugs'")

        when:
        def results = verified(dialect)

        then:
        failed(results) == []
        results.b.remarks().last() == 'Declared irreversible: nobody knows the slugs'
        results.base.outcome() == CheckResult.Outcome.LEFT_OUT
        results.base.remarks() == ['Revision b is irreversible.']

        where:
        dialect << BOTH
    }

    def "branches that do not commute are found on #dialect"() {
        given:
        project.revision('a', BEGIN)
        project.revision('b', ['a'], """upgrade { alterColumn 'posts', 'state', default: 'b' }
                downgrade { alterColumn 'posts', 'state', default: 'new' }""")
        project.revision('c', ['a'], """upgrade { alterColumn 'posts', 'state', default: 'c' }
                downgrade { alterColumn 'posts', 'state', default: 'new' }""")
        project.revision('m', ['b', 'c'], 'upgrade { query "SELECT 1" }\ndowngrade { query "SELECT 1" }')

        when:
        def results = verified(dialect)

        then:
        results['b+c'].problems()[0].sentence() == 'The order of the branches matters: c, then b leads to another schema than b, then c.'

        where:
        dialect << BOTH
    }

    def "two heads are a fault unless they are declared"() {
        given:
        project.table('a').table('b', ['a'], "branchLabels 'left'").table('c', ['a'])

        expect:
        failed(verified('sqlite')) == ['heads']
        failed(verified('sqlite', VerificationRequest.of(1).withHeads(['left', 'c']))) == []
        verified('sqlite', VerificationRequest.of(1).withHeads(['left'])).heads.problems()*.sentence() ==
                ['The heads are b, c; declared are b.']
    }

    def "a script that does something else the second time is found on #dialect"() {
        given:
        project.revision('a', BEGIN)
        project.revision('b', ['a'], """upgrade {
            if (query('SELECT 1 AS n FROM posts WHERE id = 900').empty) { createIndex 'ix', 'posts', ['slug'] }
            execute "INSERT INTO posts (id) SELECT 900 WHERE NOT EXISTS (SELECT 1 FROM posts WHERE id = 900)"
            offline { createIndex 'ix', 'posts', ['slug'] }
        }
        downgrade { execute 'DROP INDEX IF EXISTS ix' }""")

        when:
        def results = verified(dialect, VerificationRequest.of(1).withRows(0))

        then:
        'b' in failed(results)
        results.b.problems()*.sentence().last() == 'The second upgrade leads to another schema than the first one.'

        where:
        dialect << BOTH
    }

    def "a part of the chain is proven from where it starts, and a check can be left out"() {
        given:
        project.table('a').table('b', ['a']).table('c', ['b'])
        def request = VerificationRequest.of(1).withRange(['a'], 'c').withExcept(['b', 'sql'])

        when:
        def results = verified(dialect, request)

        then:
        results.keySet() as List == ['heads', 'scripts', 'b', 'c', 'base', 'again', 'sql']
        failed(results) == []
        results.findAll { it.value.outcome() == CheckResult.Outcome.LEFT_OUT }.keySet() as List == ['b', 'sql']

        when:
        verified(dialect, request.withExcept(['bb']))

        then:
        def e = thrown(RetortException)
        e.message == 'There is no check "bb" to leave out. Name a revision by its whole id, or one of: again, base, heads, scripts, sql'

        where:
        dialect << BOTH
    }

    def "each check can be run by itself"() {
        given:
        project.table('a').table('b', ['a']).table('c', ['b'])

        expect:
        project.at(sqlite).build().verification(VerificationRequest.of(1)).withCloseable { verification ->
            verification.checks().reverse().collect { verification.run(it).outcome() }.unique()
        } == [CheckResult.Outcome.PASSED]
    }

    def "what cannot be written as SQL is left out with the reason"() {
        given:
        project.revision('a', BEGIN)
        project.revision('b', ['a'], """upgrade { query('SELECT id FROM posts').each { row -> execute 'UPDATE posts SET slug = NULL WHERE id = :id', id: row.id } }
                downgrade { query 'SELECT 1' }""")

        when:
        def results = verified('sqlite')

        then:
        results.sql.outcome() == CheckResult.Outcome.LEFT_OUT
        results.sql.remarks()[0].startsWith('It cannot be written: migrations/b.groovy:4')
    }

    def "the schema that the chain leads to is compared with a model"() {
        given:
        project.revision('a', BEGIN)
        def retort = project.at(sqlite).build()
        def file = project.home.resolve('schema.groovy')
        file.toFile().text = "table('posts') { column 'id', integer, primaryKey: true }"

        when:
        def results = verified('sqlite', VerificationRequest.of(1), { it.differenceTo(retort.declaredSchema(file)) })

        then:
        failed(results) == ['model']
        results.model.problems()[0].hint().contains("dropColumn 'posts', 'slug'")
    }

    private TestDatabase database(String dialect) {
        dialect == 'sqlite' ? sqlite : postgresql
    }

    /** By the names of the checks. */
    private Map<String, CheckResult> verified(String dialect, VerificationRequest request = VerificationRequest.of(7),
                                              Closure<SchemaDifference> model = null) {
        project.at(database(dialect)).build().verification(request, model).withCloseable { verification ->
            verification.checks().collectEntries { [it.name(), verification.run(it)] }
        }
    }

    private static List<String> failed(Map<String, CheckResult> results) {
        results.findAll { it.value.outcome() == CheckResult.Outcome.FAILED }.keySet() as List
    }
}
