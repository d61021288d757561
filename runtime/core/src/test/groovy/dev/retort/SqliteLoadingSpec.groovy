package dev.retort

import dev.retort.testing.TestDatabase

class SqliteLoadingSpec extends LoadingSpec {

    TestDatabase newDatabase() {
        TestDatabase.sqlite()
    }

    /** Numbers have no scale here. */
    String price(String text) {
        def number = text as BigDecimal
        number.stripTrailingZeros().scale() <= 0 ? number.toBigInteger().toString() : number.stripTrailingZeros().toPlainString()
    }
}
