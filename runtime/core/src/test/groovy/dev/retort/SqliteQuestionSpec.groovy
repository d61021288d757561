package dev.retort

import dev.retort.testing.TestDatabase

class SqliteQuestionSpec extends QuestionSpec {

    TestDatabase newDatabase() {
        TestDatabase.sqlite()
    }
}
