package dev.retort

import dev.retort.internal.testing.TestDatabase

@spock.lang.Tag('database')
class PostgresEngineSpec extends EngineSpec {

    TestDatabase newDatabase() {
        TestDatabase.postgresql()
    }

    def "a refusal that sounds like a broken connection is written down all the same"() {
        given:
        project.revision('a', [], """
            upgrade {
                createTable('t') { column 'n', integer }
                execute 'SELECT count(*) FROM t FOR UPDATE'
            }
            irreversible 'never'""")

        when:
        project.retort(database).upgrade('head')

        then:
        def refused = thrown(RetortException)
        refused.message.contains('[0A000]')
        events() == [['a', 'upgrade', 'failed']]
    }

    def "an expression cannot hold a statement of its own"() {
        given:
        project.revision('a', [], """
            upgrade {
                createTable('t') { column 'n', integer, default: sql('1); COMMIT; SELECT (1') }
            }
            irreversible 'never'""")

        when:
        project.retort(database).upgrade('head')

        then:
        def refused = thrown(RetortException)
        refused.message.contains('holds a statement of its own')
        tables() == []

        when:
        def script = new StringBuilder()
        project.retort(database).upgradeSql('base:head', script)

        then:
        refused = thrown(RetortException)
        refused.message.contains('holds a statement of its own')
        script.empty
    }
}
