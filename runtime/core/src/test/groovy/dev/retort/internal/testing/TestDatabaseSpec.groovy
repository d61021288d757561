package dev.retort.internal.testing

import spock.lang.Specification

@spock.lang.Tag('database')
class TestDatabaseSpec extends Specification {

    def "each #database is empty and can be written to"() {
        when:
        database.execute('CREATE TABLE t (a integer)', 'INSERT INTO t VALUES (1), (2)')

        then:
        database.rows('SELECT a FROM t ORDER BY a') == [[1], [2]]

        cleanup:
        database.close()

        where:
        database << TestDatabase.each()
    }
}
