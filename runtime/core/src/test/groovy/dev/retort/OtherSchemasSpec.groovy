package dev.retort

import dev.retort.internal.testing.Project
import dev.retort.internal.testing.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.Tag

/** Tables in other schemas than those that are read belong to a comparison where the other side has some there. */
@Tag('database')
class OtherSchemasSpec extends Specification {

    static final String REVISION = """
        change {
            createSchema 'billing'
            createTable('billing.account') {
                column 'id', bigint, primaryKey: true
                column 'kind', varchar(10), default: sql("lower('NEW')")
                check "kind in ('new', 'old')"
            }
            createTable('entry') {
                column 'id', bigint, primaryKey: true
                column 'account', bigint
                foreignKey 'account', references: 'billing.account.id'
                check 'account > 0 and id > 0'
            }
        }"""

    @AutoCleanup
    TestDatabase database = TestDatabase.postgresql()

    @AutoCleanup
    Project project = new Project()

    /** It reads the first schema of the search path. */
    Retort retort

    /** It knows of both. */
    Retort whole

    def setup() {
        project.revision('a1', REVISION)
        retort = project.retort(database)
        whole = project.on(database).schemas('public', 'billing').build()
    }

    def "what the server prints is compared with what was written, in any schema"() {
        when:
        retort.upgrade('head')

        then:
        retort.schema().differenceTo(whole.schemaAt('head')).isEmpty()
        whole.schemaAt('head').differenceTo(retort.schema()).isEmpty()

        and: 'nothing is left of the comparison'
        database.rows("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'retort%'") == [[0L]]
    }

    def "what is not there yet is created"() {
        expect:
        retort.schema().differenceTo(whole.schemaAt('head')).changes()*.object() ==
                ['schema billing', 'table billing.account', 'table entry']
    }

    def "who does not own a schema compares what is in it by its text"() {
        given:
        retort.upgrade('head')
        def role = 'clerk_' + UUID.randomUUID().toString().replace('-', '')
        database.execute("CREATE ROLE $role LOGIN PASSWORD 'clerk'", "GRANT USAGE ON SCHEMA billing TO $role",
                "GRANT REFERENCES, SELECT ON ALL TABLES IN SCHEMA billing TO $role",
                "DO 'BEGIN EXECUTE format(''GRANT CREATE ON DATABASE %I TO $role'', current_database()); END'",
                "GRANT SELECT ON ALL TABLES IN SCHEMA public TO $role")
        def clerk = Retort.configure().migrations(project.migrations).url(database.jdbcUrl).user(role).password('clerk').schemas('public', 'billing').build()

        when:
        def changes = clerk.schema().differenceTo(clerk.schemaAt('head')).changes()

        then:
        changes.every { it.object().startsWith('constraint billing.account') }

        cleanup:
        database.execute("REASSIGN OWNED BY $role TO CURRENT_USER", "DROP OWNED BY $role", "DROP ROLE $role")
    }
}
