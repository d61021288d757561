package dev.retort.dialect.postgres

import dev.retort.error.RetortException
import dev.retort.testing.PostgresServer
import dev.retort.testing.Project
import dev.retort.testing.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Specification

class NewerSyntaxSpec extends Specification {

    @AutoCleanup
    TestDatabase database = TestDatabase.postgresql(PostgresServer.oldest())

    @AutoCleanup
    Project project = new Project()

    def "version 14 does not know #what, and the failure says which does"() {
        given:
        assert (database.rows('SHOW server_version')[0][0] as String).startsWith('14.')
        project.revision('a', [], """
            upgrade {
                createTable('t') {
                    column 'id', integer, primaryKey: true
                    column 'p', integer
                    $column
                }
                $after
            }
            irreversible 'never'""")

        when:
        project.retort(database).upgrade('head')

        then:
        def refused = thrown(RetortException)
        refused.message.contains("$what is known to PostgreSQL from version $since on.")

        where:
        what                                 | since | column                                                                    | after
        'NULLS NOT DISTINCT'                 | 15    | "unique 'p', nullsNotDistinct: true"                                      | ''
        'NULLS NOT DISTINCT'                 | 15    | ''                                                                        | "createIndex 'i', 't', ['p'], unique: true, nullsNotDistinct: true"
        'SET NULL with columns'              | 15    | ''                                                                        | "execute 'ALTER TABLE t ADD FOREIGN KEY (p) REFERENCES t ON DELETE SET NULL (p)'"
        'A generated column that is VIRTUAL' | 18    | "column 'g', integer, generated: 'p * 2', stored: false"                  | ''
        'MERGE'                              | 15    | ''                                                                        | "execute 'MERGE INTO t USING t s ON false WHEN MATCHED THEN DELETE'"
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
}
