package dev.retort

import dev.retort.internal.testing.TestDatabase

class SqliteResumeSpec extends ResumeSpec {

    TestDatabase newDatabase() {
        TestDatabase.sqlite()
    }

    void reset() {
        new File(database.jdbcUrl - 'jdbc:sqlite:').delete()
    }

    String concurrently = ''
}
