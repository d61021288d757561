package dev.retort

import dev.retort.internal.testing.TestDatabase

class SqliteQuestionSpec extends QuestionSpec {

    TestDatabase newDatabase() {
        TestDatabase.sqlite()
    }
}
