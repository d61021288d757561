package dev.retort.internal.dialect.postgres

import dev.retort.RetortException
import dev.retort.internal.operation.SqlExpression
import dev.retort.internal.testing.TestDatabase
import java.sql.Connection
import java.time.Duration
import java.time.Instant
import java.time.LocalDate
import java.time.LocalDateTime
import java.time.LocalTime
import java.time.OffsetDateTime
import java.time.OffsetTime
import java.time.Period
import java.time.ZoneOffset
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

@spock.lang.Tag('database')
class PostgresValuesSpec extends Specification {

    static final UUID ID = UUID.fromString('0189f7ea-ae2c-7b0c-8b5c-0242ac120002')

    @AutoCleanup @Shared TestDatabase database = TestDatabase.postgresql()
    @AutoCleanup @Shared Connection connection = database.open()

    def setupSpec() {
        database.execute('CREATE EXTENSION citext', "CREATE TYPE mood AS ENUM ('sad', 'it''s \\ \"ok\"')")
    }

    def "#value goes into a column of type #type and comes back as #back, bound or written as a literal"() {
        given:
        connection.createStatement().execute("DROP TABLE IF EXISTS t; CREATE TABLE t (c $type)")

        when:
        connection.prepareStatement('INSERT INTO t VALUES (?)').withCloseable {
            PostgresRunner.DIALECT.execution().bind(it, 1, value)
            it.execute()
        }
        connection.createStatement().execute("INSERT INTO t VALUES (${PostgresRunner.DIALECT.spelling().literal(value)})")
        List<Object> read = PostgresRunner.read(connection, 'SELECT c FROM t')

        then:
        read == [back, back]
        read.every { it == null || it instanceof List || it.class == back.class }

        where:
        type               | value                                                 || back
        'integer'          | null                                                  || null
        'jsonb'            | null                                                  || null
        'smallint'         | 7                                                     || 7
        'integer'          | -7 as Short                                           || -7
        'integer'          | 7 as Byte                                             || 7
        'bigint'           | Long.MIN_VALUE                                        || Long.MIN_VALUE
        'oid'              | 7                                                     || 7L
        'integer'          | '12'                                                  || 12
        'numeric'          | 12345678901234567890.123456789                        || 12345678901234567890.123456789
        'numeric'          | 10G ** 30                                             || new BigDecimal(10G ** 30)
        'numeric'          | 0.1d                                                  || 0.1G
        'numeric'          | 0.1234567890123456d                                   || 0.1234567890123456G
        'double precision' | 1.7976931348623157E308d                               || 1.7976931348623157E308d
        'double precision' | 4.9E-324d                                             || 4.9E-324d
        'double precision' | 0.1f                                                  || 0.1d
        'double precision' | Double.NaN                                            || Double.NaN
        'double precision' | Double.NEGATIVE_INFINITY                              || Double.NEGATIVE_INFINITY
        'real'             | 0.1f                                                  || 0.1f
        'boolean'          | true                                                  || true
        'boolean'          | false                                                 || false
        'text'             | ''                                                    || ''
        'text'             | "it's a \\ \\' \n\r\t \$\$ ? :x \${1} ü 🌍 --/*"       || "it's a \\ \\' \n\r\t \$\$ ? :x \${1} ü 🌍 --/*"
        'text'             | 'c' as Character                                      || 'c'
        'varchar(3)'       | 'abc'                                                 || 'abc'
        'char(3)'          | 'a'                                                   || 'a  '
        'citext'           | 'Ab'                                                  || 'Ab'
        'mood'             | 'it\'s \\ "ok"'                                       || 'it\'s \\ "ok"'
        'uuid'             | ID                                                    || ID
        'uuid'             | ID.toString()                                         || ID
        'text'             | ID                                                    || ID.toString()
        'json'             | '{"a":  "it\'s"}'                                     || '{"a":  "it\'s"}'
        'jsonb'            | '{"a":1}'                                             || '{"a": 1}'
        'xml'              | '<a/>'                                                || '<a/>'
        'bytea'            | [0, -1, 39, 92] as byte[]                             || [0, -1, 39, 92] as byte[]
        'bytea'            | [] as byte[]                                          || [] as byte[]
        'date'             | LocalDate.of(2026, 11, 21)                            || LocalDate.of(2026, 11, 21)
        'date'             | LocalDate.of(12345, 1, 2)                             || LocalDate.of(12345, 1, 2)
        'date'             | LocalDate.of(-43, 3, 15)                              || LocalDate.of(-43, 3, 15)
        'date'             | LocalDate.MAX                                         || LocalDate.MAX
        'date'             | '2026-11-21'                                          || LocalDate.of(2026, 11, 21)
        'time'             | LocalTime.of(23, 59, 59, 123456000)                   || LocalTime.of(23, 59, 59, 123456000)
        'time'             | LocalTime.of(7, 0)                                    || LocalTime.of(7, 0)
        'timetz'           | OffsetTime.of(7, 0, 1, 0, ZoneOffset.ofHours(2))      || OffsetTime.of(7, 0, 1, 0, ZoneOffset.ofHours(2))
        'timestamp'        | LocalDateTime.of(2026, 11, 21, 10, 15)                || LocalDateTime.of(2026, 11, 21, 10, 15)
        'timestamp'        | LocalDateTime.of(-43, 3, 15, 10, 15)                  || LocalDateTime.of(-43, 3, 15, 10, 15)
        'timestamp'        | Instant.parse('2026-11-21T10:15:00Z')                 || LocalDateTime.of(2026, 11, 21, 10, 15)
        'timestamptz'      | Instant.parse('2026-11-21T10:15:00.123456Z')          || OffsetDateTime.parse('2026-11-21T10:15:00.123456Z')
        'timestamptz'      | Instant.MAX                                           || OffsetDateTime.MAX
        'timestamptz'      | OffsetDateTime.parse('2026-11-21T10:15:00+05:30')     || OffsetDateTime.parse('2026-11-21T04:45:00Z')
        'timestamptz'      | OffsetDateTime.parse('2026-11-21T10:15:00+05:30').toZonedDateTime() || OffsetDateTime.parse('2026-11-21T04:45:00Z')
        'interval'         | Duration.ofMinutes(90)                                || '01:30:00'
        'interval'         | Period.of(1, 2, 3)                                    || '1 year 2 mons 3 days'
        'integer[]'        | [1, null, 3]                                          || [1, null, 3]
        'integer[]'        | []                                                    || []
        'bigint[]'         | [[1, 2], [3, 4]]                                      || [[1L, 2L], [3L, 4L]]
        'text[]'           | ['a,b', 'it\'s', '"{}\\', '', 'NULL', null]           || ['a,b', 'it\'s', '"{}\\', '', 'NULL', null]
        'uuid[]'           | [ID]                                                  || [ID]
        'mood[]'           | ['it\'s \\ "ok"']                                     || ['it\'s \\ "ok"']
        'timestamptz[]'    | [Instant.EPOCH]                                       || [OffsetDateTime.parse('1970-01-01T00:00:00Z')]
        'date[]'           | [LocalDate.of(2026, 1, 2)]                            || [LocalDate.of(2026, 1, 2)]
        'boolean[]'        | [true, false]                                         || [true, false]
        'numeric[]'        | [1.50, 2]                                             || [1.50, 2.0G.setScale(0)]
        'bytea[]'          | [[1, 2] as byte[]]                                    || [[1, 2] as byte[]]
        'jsonb[]'          | ['{"a": "x"}']                                        || ['{"a": "x"}']
        'inet'             | '10.0.0.1'                                            || '10.0.0.1'
        'bit(3)'           | '101'                                                 || '101'
        'bit(1)'           | '1'                                                   || '1'
        'bit varying(5)'   | '101'                                                 || '101'
        'money'            | '12.50'                                               || '$12.50'
        'int4range'        | '[1,5)'                                               || '[1,5)'
        'point'            | '(1,2)'                                               || '(1,2)'
        'tsvector'         | "'a':1"                                               || "'a':1"
        'name'             | 'n'                                                   || 'n'
    }

    def "#value is written as #sql"() {
        expect:
        PostgresRunner.DIALECT.spelling().literal(value) == sql

        where:
        value                                  || sql
        null                                   || 'NULL'
        true                                   || 'TRUE'
        -5                                     || '-5'
        1.50                                   || '1.50'
        1e10d                                  || '1.0E10'
        Double.NaN                             || "'NaN'"
        "it's"                                 || "'it''s'"
        'a\\b'                                 || "E'a\\\\b'"
        [1, 2] as byte[]                       || "E'\\\\x0102'::bytea"
        ['a', null]                            || '\'{"a",NULL}\''
        [1, [2]]                               || "'{1,{2}}'"
        Instant.EPOCH                          || "'1970-01-01T00:00Z'"
        LocalDate.of(-43, 3, 15)               || "'0044-03-15 BC'"
        new SqlExpression("now() - '1 day'")   || "now() - '1 day'"
    }

    def "#value is refused with a sentence, bound or written"() {
        when:
        PostgresRunner.DIALECT.spelling().literal(value)

        then:
        RetortException written = thrown()
        written.kind() == RetortException.Kind.SCRIPT
        written.problems()[0].sentence().contains(sentence)

        when:
        connection.prepareStatement('SELECT ?').withCloseable { PostgresRunner.DIALECT.execution().bind(it, 1, value) }

        then:
        RetortException bound = thrown()
        bound.message == written.message

        where:
        value                || sentence
        [a: 1]               || 'A value of the type LinkedHashMap cannot be stored: [a:1].'.replace('[a:1]', '{a=1}')
        'a\0b'               || 'The text "a␀b" holds a NUL character, which PostgreSQL cannot store.'
        ['x', new Object() {
            @Override String toString() { 'odd' }
        }]                   || 'cannot be stored: odd.'
        Thread.State.NEW     || 'A value of the type State cannot be stored: NEW.'
    }

    def "SQL in the place of a value cannot be bound"() {
        when:
        connection.prepareStatement('SELECT ?').withCloseable { PostgresRunner.DIALECT.execution().bind(it, 1, new SqlExpression('now()')) }

        then:
        thrown(RetortException)
    }

    def "a serial column and a computed boolean are read as what they are"() {
        given:
        connection.createStatement().execute('DROP TABLE IF EXISTS n; CREATE TABLE n (a serial, b bigserial); INSERT INTO n DEFAULT VALUES')

        expect:
        PostgresRunner.read(connection, 'SELECT a FROM n') == [1]
        PostgresRunner.read(connection, 'SELECT b FROM n') == [1L]
        PostgresRunner.read(connection, 'SELECT a = 1 FROM n') == [true]
        PostgresRunner.read(connection, 'SELECT count(*) FROM n') == [1L]
        PostgresRunner.read(connection, "SELECT ROW(1, 'a')") == ['(1,a)']
    }
}
