package dev.retort.internal.dialect.sqlite

import dev.retort.RetortException
import dev.retort.internal.dialect.SqlStatement
import dev.retort.internal.script.Row
import java.sql.Connection
import java.time.Instant
import java.time.LocalDate
import java.time.LocalDateTime
import java.time.LocalTime
import java.time.OffsetDateTime
import java.time.OffsetTime
import java.time.ZonedDateTime
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class ValuesSpec extends Specification {

    @Shared @AutoCleanup
    SqliteFile file = new SqliteFile()
    @Shared @AutoCleanup
    Connection connection = file.open()

    /** The value bound, and the value as a literal, both read back. */
    private List roundTrip(Object value, String type) {
        connection.createStatement().execute('DROP TABLE IF EXISTS v')
        connection.createStatement().execute("CREATE TABLE v(a $type)")
        SqliteFile.execute(connection, new SqlStatement('INSERT INTO v VALUES (?)', [[value]], false))
        connection.createStatement().execute("INSERT INTO v VALUES (${SqliteFile.DIALECT.spelling().literal(value)})")
        Queries.rows(connection, 'SELECT a FROM v')*.a
    }

    def "#value in a column #type is #stored, bound or written as a literal"() {
        expect:
        roundTrip(value, type) == [stored, stored]

        where:
        value                                                    | type            | stored
        null                                                     | 'TEXT'          | null
        'it\'s "so" \\ ; -- ?'                                   | 'TEXT'          | 'it\'s "so" \\ ; -- ?'
        'grün 🙂\n'                                              | 'TEXT'          | 'grün 🙂\n'
        '12'                                                     | 'VARCHAR(3)'    | '12'
        true                                                     | 'BOOLEAN'       | 1L
        false                                                    | 'BOOLEAN'       | 0L
        7                                                        | 'INTEGER'       | 7L
        Long.MIN_VALUE                                           | 'BIGINT'        | Long.MIN_VALUE
        Long.MAX_VALUE                                           | 'BIGINT'        | Long.MAX_VALUE
        (short) 3                                                | 'SMALLINT'      | 3L
        1.5d                                                     | 'REAL'          | 1.5d
        0.1f                                                     | 'REAL'          | 0.1d
        Double.POSITIVE_INFINITY                                 | 'REAL'          | Double.POSITIVE_INFINITY
        1e-300d                                                  | 'REAL'          | 1e-300d
        new BigDecimal('1234567890.12')                          | 'NUMERIC(12,2)' | 1234567890.12d
        new BigDecimal('1.10')                                   | 'NUMERIC(12,2)' | 1.1d
        new BigDecimal('100')                                    | 'NUMERIC(12,2)' | 100L
        new BigDecimal('123456789012345678')                     | 'NUMERIC(20)'   | 123456789012345678L
        new BigDecimal('12345678901234567890.123456789')         | 'TEXT'          | '12345678901234567890.123456789'
        new BigInteger('123456789012345678901234567890')         | 'TEXT'          | '123456789012345678901234567890'
        UUID.fromString('00000000-0000-0000-0000-0000000000e5')  | 'UUID TEXT'     | '00000000-0000-0000-0000-0000000000e5'
        LocalDate.of(2026, 11, 21)                               | 'DATE'          | '2026-11-21'
        LocalTime.of(9, 5)                                       | 'TIME'          | '09:05:00'
        LocalDateTime.of(2026, 1, 2, 3, 4, 5, 120_000_000)       | 'TIMESTAMP'     | '2026-01-02 03:04:05.120'
        Instant.parse('2026-01-02T03:04:05.000001Z')             | 'TIMESTAMP'     | '2026-01-02 03:04:05.000001'
        OffsetDateTime.parse('2026-01-02T03:04:05+02:00')        | 'TIMESTAMP WITH TIME ZONE' | '2026-01-02 01:04:05'
        ZonedDateTime.parse('2026-07-02T03:04:05+02:00[Europe/Berlin]') | 'TIMESTAMP' | '2026-07-02 01:04:05'
        OffsetTime.parse('10:15:00+02:00')                       | 'TIME'          | '10:15:00+02:00'
        OffsetTime.parse('10:15:00Z')                            | 'TIME'          | '10:15:00+00:00'
        '{"a": 1.0}'                                             | 'JSON TEXT'     | '{"a": 1.0}'
        '1.0'                                                    | 'JSON TEXT'     | '1.0'
    }

    def "bytes come back, and text with NUL characters does"() {
        expect:
        roundTrip(bytes, 'BLOB').every { Arrays.equals((byte[]) it, bytes) }
        roundTrip('a\0b', 'TEXT') == ['a\0b', 'a\0b']

        where:
        bytes << [[] as byte[], [0, 1, -1] as byte[]]
    }

    def "typed readers give back what was bound"() {
        given:
        def id = UUID.randomUUID()
        def moment = Instant.parse('2026-11-21T10:15:00.123Z')
        def row = new Row([b: roundTrip(true, 'BOOLEAN')[0], i: roundTrip(moment, 'TIMESTAMP')[0], u: roundTrip(id, 'UUID TEXT')[0],
                           d: roundTrip(LocalDate.EPOCH, 'DATE')[0], n: roundTrip(12.34G, 'NUMERIC(9,2)')[0]])

        expect:
        row.bool('b')
        row.instant('i') == moment
        row.uuid('u') == id
        row.date('d') == LocalDate.EPOCH
        row.decimal('n') == 12.34G
    }

    def "a moment sorts and compares with SQLite's own"() {
        when:
        roundTrip(Instant.parse('2000-01-01T00:00:00Z'), 'TIMESTAMP')

        then:
        Queries.rows(connection, 'SELECT 1 FROM v WHERE a < CURRENT_TIMESTAMP').size() == 2
        Queries.rows(connection, "SELECT 1 FROM v WHERE a = datetime('2000-01-01')").size() == 2
        Queries.rows(connection, "SELECT 1 FROM v WHERE date(a, '+1 day') = '2000-01-02'").size() == 2
    }

    def "#value is refused"() {
        when:
        SqliteFile.DIALECT.spelling().literal(value)

        then:
        def failure = thrown(RetortException)
        failure.message.startsWith(sentence)

        where:
        value                       | sentence
        [1, 2]                      | 'SQLite has no arrays.'
        [1] as int[]                | 'SQLite has no arrays.'
        Double.NaN                  | 'SQLite cannot keep NaN'
        new StringTokenizer('')     | 'A value of the class java.util.StringTokenizer cannot be kept in SQLite.'
    }
}
