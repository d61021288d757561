package dev.retort

import dev.retort.internal.testing.Project
import dev.retort.internal.testing.TestDatabase
import spock.lang.Specification

/** What was given with -x, and passwords in SQL, are neither shown nor kept where a statement is. */
@spock.lang.Tag('database')
class SecretValuesSpec extends Specification {

    Project project = new Project()
    TestDatabase database

    def cleanup() {
        database?.close()
        project.close()
    }

    def "on #dialect, of a failing statement: #body"() {
        given:
        database = TestDatabase.of(dialect)
        files.each { name, text -> project.script(name, text) }
        project.revision('a1', [], "upgrade {\n$body\n}\ndowngrade { }")

        when:
        project.on(database).argument('pw', 'S3CRET').build().upgrade('head')

        then:
        def failure = thrown(RetortException)
        failure.message.contains('***')
        !failure.message.contains('S3CRET')

        and:
        def kept = database.rows('SELECT error FROM retort_history')[0][0]
        kept.contains('***')
        !kept.contains('S3CRET')

        where:
        dialect      | files                                         | body
        'postgresql' | [:]                                           | 'execute "CREATE ROLE oth_secret LOGIN PASSWORD \'${argument(\'pw\')}\' SUPERHERO"'
        'postgresql' | ['r.sql': "ALTER ROLE nobody_at_all PASSWORD 'S3CRET';"] | "executeFile 'r.sql'"
        'postgresql' | [:]                                           | 'execute "SELECT CAST(\'${argument(\'pw\')}\' AS integer)"'
        'postgresql' | [:]                                           | 'createTable("t") { column "n", integer }\nbulkInsert "t", [[n: argument("pw")]]'
        'postgresql' | [:]                                           | 'autocommit { execute "CREATE SUBSCRIPTION s CONNECTION \'host=nowhere.invalid password=S3CRET\' PUBLICATION p" }'
        'postgresql' | [:]                                           | 'throw new IllegalStateException("It is ${argument(\'pw\')}")'
        'sqlite'     | [:]                                           | 'execute "INSERT INTO nothing VALUES (\'${argument(\'pw\')}\')"'
        'sqlite'     | ['r.sql': "INSERT INTO nothing (password) VALUES (1); -- x\n"] | 'execute "SELECT \'S3CRET\' FROM nothing"'
        'sqlite'     | [:]                                           | 'throw new IllegalStateException("It is ${argument(\'pw\')}")'
    }

    def "on #dialect the mark stays under the word at fault, and megabytes are cut"() {
        given:
        database = TestDatabase.of(dialect)
        project.revision('a1', [], "upgrade { execute \"SELECT '\" + ('x' * 1800000) + \"', nothing_there FROM nowhere\" }\ndowngrade { }")

        when:
        project.retort(database).upgrade('head')

        then:
        def failure = thrown(RetortException)
        failure.message.length() < 2000
        failure.message.contains('nowhere')

        and:
        database.rows('SELECT error FROM retort_history')[0][0].length() < 2000

        where:
        dialect << ['postgresql', 'sqlite']
    }

    def "a rehearsal shows none either"() {
        given:
        database = TestDatabase.postgresql()
        project.revision('a1', [], 'upgrade {\nexecute "SELECT \'${argument(\'pw\')}\'"\nexecute "SELECT $$PASSWORD \'other\'$$"\n}\ndowngrade { }'.replace('$$', '\\$\\$'))

        when:
        def rehearsed = project.on(database).argument('pw', 'S3CRET').build().rehearseUpgrade('head')

        then:
        rehearsed.toString().contains('***')
        !rehearsed.toString().contains('S3CRET')
        !rehearsed.toString().contains('other')
    }
}
