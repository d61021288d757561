package dev.retort

import dev.retort.internal.testing.TestDatabase

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

    def "the row that is refused among many is named, in a table #kind"() {
        given:
        def rows = (1..1300).collect { it == 777 ? '0,no' : "${it},row $it" }
        project.script('x.csv', 'n,word\n' + rows.join('\n') + '\n')
        def more = other ? "execute \"$other\"" : ''
        project.revision('a', [], """upgrade {
            execute '$table'
            $more
            bulkInsert 't', csv('x.csv')
        }
        irreversible 'x'""")

        when:
        project.retort(database).upgrade('head')

        then:
        RetortException e = thrown()
        e.problems()[0].location().toString().startsWith('migrations/x.csv:778')

        where:
        kind                    | table                                                                      | other
        'by itself'             | 'CREATE TABLE t (n int CHECK (n > 0), word text)'                           | null
        'with a trigger'        | 'CREATE TABLE t (n int CHECK (n > 0), word text)'                           | 'CREATE TRIGGER more AFTER INSERT ON t BEGIN UPDATE t SET word = word WHERE n = 1; END'
        'whose trigger refuses' | 'CREATE TABLE t (n int, word text)'                                         | "CREATE TRIGGER no BEFORE INSERT ON t WHEN new.n = 0 BEGIN SELECT RAISE(ABORT, 'no'); END"
        'that leaves rows out'  | 'CREATE TABLE t (n int CHECK (n > 0), word text, k int DEFAULT 1 UNIQUE ON CONFLICT IGNORE)' | null
        'without rowid'         | 'CREATE TABLE t (n int PRIMARY KEY CHECK (n > 0), word text) WITHOUT ROWID' | null
    }

    def "many rows are all there"() {
        given:
        project.script('x.csv', 'n\n' + (1..1501).join('\n') + '\n')
        project.revision('a', [], """upgrade {
            createTable('t') { column 'n', integer }
            bulkInsert 't', csv('x.csv')
        }
        irreversible 'x'""")

        when:
        project.retort(database).upgrade('head')

        then:
        database.rows('SELECT count(*), sum(n) FROM t').collect { it*.intValue() } == [[1501, 1_127_251]]
    }
}
