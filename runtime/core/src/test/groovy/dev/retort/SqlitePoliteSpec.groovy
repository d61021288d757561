package dev.retort

import dev.retort.internal.testing.TestDatabase

/** The change waits with its commit, and keeps new readers waiting as long. */
class SqlitePoliteSpec extends PoliteSpec {

    TestDatabase newDatabase() {
        TestDatabase.sqlite()
    }

    void nameAs(def connection, String name) {}

    String refusal = 'database is locked [SQLITE_BUSY].'

    /** Whoever keeps the revision from being committed keeps the note of it out as well. */
    List<String> failed = []

    boolean namesReader(String sentence) { true }
}
