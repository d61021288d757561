package dev.retort

import dev.retort.internal.testing.TestDatabase

@spock.lang.Tag('database')
class PostgresAnswerSpec extends AnswerSpec {

    TestDatabase newDatabase() {
        TestDatabase.postgresql()
    }

    String endless() { 'SELECT generate_series(1, 1000000000000) AS n' }

    String text(int characters) { "SELECT repeat('a', $characters) AS x" }
}
