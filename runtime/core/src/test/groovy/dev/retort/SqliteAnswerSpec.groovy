package dev.retort

import dev.retort.internal.testing.TestDatabase

class SqliteAnswerSpec extends AnswerSpec {

    TestDatabase newDatabase() {
        TestDatabase.sqlite()
    }

    String endless() { 'WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT n FROM c' }

    String text(int characters) { "SELECT printf('%.*c', $characters, 'a') AS x" }

    def "a value that is too large is refused by SQLite itself: #value"() {
        given:
        project.revision('a', [], "upgrade { execute \"CREATE TABLE t AS SELECT $value AS x\" }\ndowngrade { }")

        when:
        project.retort(database).upgrade('head')

        then:
        def e = thrown(RetortException)
        e.message.contains('too big')
        tables() == []

        where:
        value << ['zeroblob(500000000)', 'hex(randomblob(200000000))', "printf('%500000000d', 1)",
                  "(WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c LIMIT 3) SELECT group_concat(hex(zeroblob(60000000))) FROM c)"]
    }
}
