package dev.retort

import dev.retort.internal.testing.TestDatabase

@spock.lang.Tag('world')
class SqliteBackfillSpec extends BackfillSpec {

    TestDatabase newDatabase() {
        TestDatabase.sqlite()
    }

    void reset() {
        new File(database.jdbcUrl - 'jdbc:sqlite:').delete()
    }

    def "rows whose primary key is null are told, since no batch would reach them"() {
        given:
        database.execute('CREATE TABLE t (id text PRIMARY KEY, n integer)', "INSERT INTO t VALUES (NULL, 0), ('a', 0)")
        project.revision('a', [], "upgrade { backfill 't', set: 'n = 1' }\nirreversible 'no'")

        expect:
        failure().contains('The table "t" has rows whose key is NULL, which no batch would reach.')
        numbers() == [0, 0]
    }

    def "a key may hold values of any kind, whatever its type"() {
        given:
        database.execute('CREATE TABLE t (id PRIMARY KEY, n integer) WITHOUT ROWID',
                "INSERT INTO t VALUES (1, 0), (1.5, 0), ('1', 0), (x'00ff', 0), (9223372036854775807, 0), ('a''b', 0)")
        project.revision('a', [], "upgrade { backfill 't', set: 'n = n + 1', batchSize: 1 }\nirreversible 'no'")

        when:
        retort().upgrade('head')

        then:
        numbers() == [1] * 6
        told.size() == 8
    }
}
