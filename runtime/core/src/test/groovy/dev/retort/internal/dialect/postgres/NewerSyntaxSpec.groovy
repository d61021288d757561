package dev.retort.internal.dialect.postgres

import dev.retort.RetortException
import dev.retort.internal.dialect.ServerVersion
import dev.retort.internal.testing.PostgresServer
import dev.retort.internal.testing.Project
import dev.retort.internal.testing.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** What a server is too old for is told before anything is run. */
@spock.lang.Tag('database')
class NewerSyntaxSpec extends Specification {

    static final String ASKED = "query(\"SELECT current_setting('server_version_num')::int AS version\")[0].integer('version')"

    @Shared @AutoCleanup TestDatabase database = TestDatabase.postgresql(PostgresServer.oldest())
    @AutoCleanup Project project = new Project()

    def cleanup() {
        database.execute('DROP SCHEMA public CASCADE', 'CREATE SCHEMA public')
    }

    def "version 14 does not know #what, which is told with its place before the first statement"() {
        given:
        project.table('a')
        project.revision('b', ['a'], "upgrade {\n    ${script.replace('{', '{\n')}\n}\nirreversible 'never'")

        when:
        project.retort(database).upgrade('head')

        then:
        def refused = thrown(RetortException)
        refused.kind() == RetortException.Kind.SCRIPT
        refused.problems().size() == 1
        refused.problems()[0].sentence() ==~ /\Q$what is known to PostgreSQL from version $since on, and this server is of version 14.\E\d+\./
        refused.problems()[0].hint() == "Leave it out there: if ($ASKED >= ${since}0000) { … }."
        refused.problems()[0].location().toString() =~ 'migrations/b.groovy:[56]'
        database.rows('SELECT relname FROM pg_class WHERE relnamespace = \'public\'::regnamespace') == []

        where:
        what                                     | since | script
        'NULLS NOT DISTINCT'                     | 15    | "createTable('t') { column 'p', integer; unique 'p', nullsNotDistinct: true }"
        'NULLS NOT DISTINCT'                     | 15    | "createIndex 'i', 't_a', ['id'], unique: true, nullsNotDistinct: true"
        'NULLS NOT DISTINCT'                     | 15    | "batchAlterTable('t_a') { createUniqueConstraint 'u', ['id'], nullsNotDistinct: true }"
        'SET NULL with columns'                  | 15    | "createForeignKey 'f', 't_a', 't_a', ['id'], ['id'], onDelete: 'SET NULL (id)'"
        'SET NULL with columns'                  | 15    | "execute 'ALTER TABLE t ADD FOREIGN KEY (p) REFERENCES t ON DELETE set  /* */ null(p)'"
        'MERGE'                                  | 15    | "execute 'merge into t USING t s ON false WHEN MATCHED THEN DELETE'"
        'SECURITY_INVOKER of a view'             | 15    | "createView 'v', 'SELECT 1 AS a', with: [security_invoker: true]"
        'STORAGE in the definition of a column'  | 16    | "addColumn 't_a', 'b', text, storage: 'EXTERNAL'"
        'A generated column that is VIRTUAL'     | 18    | "addColumn 't_a', 'g', integer, generated: 'id * 2', stored: false"
        'NOT ENFORCED'                           | 18    | "createCheckConstraint 'c', 't_a', 'id > 0', notEnforced: true"
        'NOT ENFORCED'                           | 18    | "addColumn 't_a', 'p', integer, references: 't_a.id', onDelete: 'CASCADE', notEnforced: true"
    }

    def "so is what a file of SQL holds, with its place there"() {
        given:
        project.script('f.sql', 'SELECT 1;\n  MERGE INTO t USING t s ON false WHEN MATCHED THEN DELETE;\n')
        project.revision('a', [], "upgrade { executeFile 'f.sql' }\nirreversible 'never'")

        when:
        project.retort(database).upgrade('head')

        then:
        def refused = thrown(RetortException)
        refused.problems()*.location()*.toString() == ['migrations/f.sql:2:3']
        refused.problems()[0].sentence().startsWith('MERGE is known')
    }

    def "a script that is written down for the database at hand is held against its version, and any other is not"() {
        given:
        def merge = 'MERGE INTO t_a USING t_a s ON false WHEN MATCHED THEN DELETE'
        project.table('a')
        project.revision('b', ['a'], "upgrade { execute '$merge' }\nirreversible 'never'")
        def retort = project.retort(database)
        def script = new StringBuilder()

        when:
        retort.upgradeSql('head', script)

        then:
        def refused = thrown(RetortException)
        refused.message.contains('from version 15 on')

        when:
        retort.upgradeSql('base:head', script)

        then:
        script.contains(merge)
    }

    def "a script may ask for the version; what it then does is the server's to refuse"() {
        given:
        project.table('a')
        project.revision('b', ['a'], """
            upgrade {
                createIndex 'i', 't_a', ['id'], unique: true, nullsNotDistinct: $ASKED $condition
            }
            irreversible 'never'""")

        expect:
        outcome { project.retort(database).upgrade('head') }.contains(told)

        where:
        condition   || told
        '>= 150000' || 'fine'
        '>= 140000' || 'NULLS NOT DISTINCT is known to PostgreSQL from version 15 on.'
    }

    def "what a server knows is left alone: #sql"() {
        when:
        NewerSyntax.check(sql, new ServerVersion(version, 0))

        then:
        noExceptionThrown()

        where:
        version | sql
        18      | 'ALTER TABLE t ADD CHECK (a > 0) NOT ENFORCED'
        15      | 'MERGE INTO t USING t s ON false WHEN MATCHED THEN DELETE'
        12      | "SELECT 'UNIQUE NULLS NOT DISTINCT', \"SET NULL (\" -- MERGE INTO\nFROM t"
        12      | 'SELECT merge INTO t FROM s WHERE a IS NOT DISTINCT FROM b'
        12      | 'CREATE TABLE x AS SELECT a FROM t WHERE NOT enforced'
        12      | 'ALTER TABLE t ADD CHECK (a OR NOT enforced)'
        12      | 'ALTER TABLE t ALTER COLUMN a TYPE boolean USING NOT enforced'
        12      | 'ALTER TABLE t ALTER COLUMN a SET STORAGE EXTERNAL'
        12      | 'CREATE TABLE t (LIKE s INCLUDING STORAGE)'
        12      | "CREATE TABLE t (virtual integer, storage text DEFAULT 'external', compression text)"
        12      | 'CREATE TABLE t (a integer GENERATED ALWAYS AS (virtual * 2) STORED, virtual integer)'
        12      | 'ALTER TABLE t ALTER COLUMN a SET DEFAULT (1)'
        12      | 'CREATE TRIGGER t AFTER INSERT ON s EXECUTE FUNCTION f()'
        12      | "DO 'BEGIN MERGE INTO t USING t s ON false WHEN MATCHED THEN DELETE; END'"
        12      | 'UPDATE t SET a = NULL WHERE (a) IS NOT NULL'
    }

    def "version #version does not know: #sql"() {
        when:
        NewerSyntax.check(sql, new ServerVersion(version, 0))

        then:
        def refused = thrown(RetortException)
        refused.message.contains("$what is known to PostgreSQL from version ${version + 1} on")

        where:
        version | what                           | sql
        13      | 'COMPRESSION of a column'      | 'CREATE TABLE t (a text COMPRESSION lz4)'
        13      | 'DETACH PARTITION … CONCURRENTLY' | 'ALTER TABLE t DETACH PARTITION "A b" CONCURRENTLY'
        13      | 'CREATE OR REPLACE TRIGGER'    | 'CREATE OR REPLACE TRIGGER t AFTER INSERT ON s EXECUTE FUNCTION f()'
        13      | 'BEGIN ATOMIC'                 | 'CREATE FUNCTION f() RETURNS integer BEGIN ATOMIC SELECT 1; END'
        14      | 'A sequence that is UNLOGGED'  | 'CREATE UNLOGGED SEQUENCE s'
        14      | 'MERGE'                        | 'WITH x AS (SELECT 1) MERGE INTO t USING x ON false WHEN MATCHED THEN DELETE'
        16      | 'MERGE … WHEN NOT MATCHED BY'  | 'MERGE INTO t USING s ON false WHEN NOT MATCHED BY SOURCE THEN DELETE'
        17      | 'NOT ENFORCED'                 | 'CREATE TABLE t (a integer REFERENCES p NOT ENFORCED)'
        17      | 'WITHOUT OVERLAPS'             | 'CREATE TABLE t (a int4range, PRIMARY KEY (a WITHOUT OVERLAPS))'
    }

    def "another slip is not explained so: #sql"() {
        expect:
        NewerSyntax.note(sql, position).empty

        where:
        sql                            | position
        'SELEC 1'                      | 1
        'SELECT * FORM merge'          | 10
        'CREATE TABLE t (virtual int)' | 17
        'SELECT 1'                     | 0
        'SELECT 1'                     | 9
    }

    private static String outcome(Closure<?> work) {
        try {
            work()
            return 'fine'
        } catch (RetortException e) {
            return e.message
        }
    }
}
