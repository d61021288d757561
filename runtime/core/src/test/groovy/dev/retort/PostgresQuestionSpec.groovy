package dev.retort

import dev.retort.internal.testing.TestDatabase

@spock.lang.Tag('database')
class PostgresQuestionSpec extends QuestionSpec {

    TestDatabase newDatabase() {
        TestDatabase.postgresql()
    }

    def "what is asked about may be in a schema"() {
        given:
        project.revision('a', [], """
            upgrade {
                execute 'CREATE SCHEMA app; CREATE TABLE app.t (n integer CONSTRAINT ck CHECK (n > 0)); CREATE INDEX ix ON app.t (n)'
                createTable('answers') { column 'yes', bool }
                [hasTable('t', schema: 'app'), hasTable('t'), hasColumn('t', 'n', schema: 'app'), hasIndex('ix', schema: 'app'),
                 hasIndex('ix'), hasIndex('ix', 't', schema: 'app'), hasConstraint('ck', 't', schema: 'app'), hasConstraint('ck', 't')]
                    .each { boolean answer -> table('answers').insert(yes: answer) }
            }
            irreversible 'no'""")

        when:
        project.retort(database).upgrade('head')

        then:
        column('SELECT yes FROM answers') == [true, false, true, true, false, true, true, false]
    }
}
