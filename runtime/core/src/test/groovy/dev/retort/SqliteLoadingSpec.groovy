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

    def "#text is the moment #kept"() {
        given:
        project.script('x.csv', "at\n$text\n")
        project.revision('a', [], """upgrade {
            createTable('moments') { column 'at', timestamp(timezone: true) }
            bulkInsert 'moments', csv('x.csv')
        }
        irreversible 'x'""")

        when:
        project.retort(database).upgrade('head')

        then:
        database.rows('SELECT at FROM moments') == [[kept]]

        where:
        text                               || kept
        '2026-11-21'                       || '2026-11-21 00:00:00'
        '2026-11-21 10:15:00'              || '2026-11-21 10:15:00'
        ' 2026-11-21T10:15 '               || '2026-11-21 10:15:00'
        '2026-11-21T10:15:00Z'             || '2026-11-21 10:15:00'
        '2026-11-21 10:15:00+02'           || '2026-11-21 08:15:00'
        '2026-11-21T10:15:00.5-05:30'      || '2026-11-21 15:45:00.500'
        '2026-11-21T10:15:00.000250'       || '2026-11-21 10:15:00.000250'
        '2026-11-21T10:15:00.123456789Z'   || '2026-11-21 10:15:00.123456789'
    }
}
