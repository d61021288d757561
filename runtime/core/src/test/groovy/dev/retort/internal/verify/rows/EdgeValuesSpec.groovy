package dev.retort.internal.verify.rows

import dev.retort.internal.testing.TestDatabase
import spock.lang.Specification
import spock.lang.Tag

/** The first row of a table is an ordinary one; later ones hold what breaks careless code. */
@Tag('database')
class EdgeValuesSpec extends Specification {

    static final String TABLE = '''CREATE TABLE t (id integer PRIMARY KEY, a text, b varchar(30), n integer, d date, at timestamp, e varchar(10) NOT NULL DEFAULT 'unset')'''

    def "on #kind, the first row is ordinary and the second has as little as can be"() {
        given:
        def filled = FilledDatabase.of(kind, [TABLE], 2)

        expect:
        filled.query('SELECT a, b, n, CAST(d AS text), CAST(at AS text), e FROM t ORDER BY id') == [
                ['a 1', 'b 1', 1, '2024-01-05', '2024-01-01 13:00:00', 'e 1'],
                [null, null, null, null, null, 'unset']]

        cleanup:
        filled.close()

        where:
        kind << ['sqlite', 'postgresql']
    }

    def "on #kind, some row has #what"() {
        given:
        def filled = FilledDatabase.of(kind, [TABLE], 60)

        expect:
        filled.query("SELECT count(*) FROM t WHERE $condition")[0][0] > 0

        cleanup:
        filled.close()

        where:
        [kind, [what, condition]] << [['sqlite', 'postgresql'], [
                ['an empty text', "a = ''"],
                ['quotes and a backslash', "a LIKE '%''%\"%' AND a <> replace(a, '\\', '')"],
                ['a letter outside of the BMP', "a LIKE '%\uD83D\uDE00%'"],
                ['blanks at the end', "a LIKE '%  '"],
                ['a line feed', "a LIKE '%two\n%'"],
                ['the longest text', 'length(b) = 30'],
                ['the largest number', 'n = 2147483647'],
                ['the smallest number', 'n = -2147483648'],
                ['a day before 1970', "d < '1970-01-01'"],
                ['a fraction of a second', "CAST(at AS text) LIKE '%.999999'"]]].combinations()
    }

    def "on #kind, another seed gives other rows"() {
        given:
        def filled = [1L, 2L].collect { seed ->
            def database = TestDatabase.of(kind)
            database.execute(TABLE)
            FilledDatabase.of(database, 8, seed)
        }

        expect:
        filled[0].query('SELECT a, n FROM t ORDER BY id') != filled[1].query('SELECT a, n FROM t ORDER BY id')
        filled[0].query('SELECT a, n FROM t ORDER BY id')[0] == filled[1].query('SELECT a, n FROM t ORDER BY id')[0]

        cleanup:
        filled*.close()

        where:
        kind << ['sqlite', 'postgresql']
    }

    def "on #kind, a table that has enough rows is left alone, and one that has some gets the others"() {
        given:
        def filled = FilledDatabase.of(kind, [TABLE, 'CREATE TABLE u (id integer PRIMARY KEY)', "INSERT INTO t (id, a) VALUES (1, 'own')"], 3)

        expect:
        filled.count('t') == 3
        filled.query('SELECT a FROM t WHERE id = 1') == [['own']]
        filled.fill(3, 5L) == []
        filled.count('t') == 3
        filled.count('u') == 3

        cleanup:
        filled.close()

        where:
        kind << ['sqlite', 'postgresql']
    }
}
