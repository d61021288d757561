package dev.retort.internal.script

import java.time.Instant
import java.time.LocalDate
import java.time.LocalDateTime
import java.time.LocalTime
import java.time.OffsetDateTime
import spock.lang.Specification

class RowSpec extends Specification {

    static final UUID ID = UUID.fromString('6f1d3a52-0000-4000-8000-00805f9b34fb')

    def "a row is a map of its columns in the order of the query"() {
        given:
        def row = new Row([b: 1, a: null])

        expect:
        row.keySet().toList() == ['b', 'a']
        row == [b: 1, a: null]
        row.b == 1
        row['b'] == 1
        row.get('c') == null
    }

    def "a row keeps what it was made of and cannot be changed"() {
        given:
        def source = [a: 1]
        def row = new Row(source)

        when:
        source.a = 2

        then:
        row.a == 1

        when:
        row.put('a', 3)

        then:
        thrown(UnsupportedOperationException)
    }

    def "#reader of #value.class.simpleName #value is #read"() {
        expect:
        new Row(c: value)."$reader"('c') == read

        where:
        reader    | value                                            || read
        'string'  | 'x'                                              || 'x'
        'string'  | 5                                                || '5'
        'integer' | 5                                                || 5L
        'integer' | ' 5 '                                            || 5L
        'integer' | 5.00                                             || 5L
        'integer' | 9223372036854775807L                             || 9223372036854775807L
        'decimal' | 1.50                                             || 1.50
        'decimal' | 2.5d                                             || 2.5
        'decimal' | '1e3'                                            || 1000
        'bool'    | true                                             || true
        'bool'    | 0                                                || false
        'bool'    | 1L                                               || true
        'bool'    | 'T'                                              || true
        'bool'    | 'off'                                            || false
        'instant' | '2026-01-02 03:04:05'                            || Instant.parse('2026-01-02T03:04:05Z')
        'instant' | '2026-01-02 03:04'                               || Instant.parse('2026-01-02T03:04:00Z')
        'instant' | '2026-01-02T03:04:05.5+02:00'                    || Instant.parse('2026-01-02T01:04:05.5Z')
        'instant' | '2026-01-02T03:04:05+02'                         || Instant.parse('2026-01-02T01:04:05Z')
        'instant' | '2026-01-02T03:04:05Z'                           || Instant.parse('2026-01-02T03:04:05Z')
        'instant' | Instant.EPOCH                                    || Instant.EPOCH
        'instant' | LocalDateTime.of(2026, 1, 2, 3, 4)               || Instant.parse('2026-01-02T03:04:00Z')
        'instant' | OffsetDateTime.parse('2026-01-02T03:04:05+01:00') || Instant.parse('2026-01-02T02:04:05Z')
        'date'    | '2026-01-02'                                     || LocalDate.of(2026, 1, 2)
        'date'    | LocalDate.of(2026, 1, 2)                         || LocalDate.of(2026, 1, 2)
        'time'    | '03:04'                                          || LocalTime.of(3, 4)
        'time'    | LocalTime.NOON                                   || LocalTime.NOON
        'uuid'    | ID.toString()                                    || ID
        'uuid'    | ID                                               || ID
    }

    def "#reader reads null as null"() {
        expect:
        new Row(c: null)."$reader"('c') == null

        where:
        reader << ['string', 'integer', 'decimal', 'bool', 'instant', 'date', 'time', 'uuid']
    }

    def "#reader of '#value' says that it is not #kind"() {
        when:
        new Row(c: value)."$reader"('c')

        then:
        def e = thrown(IllegalArgumentException)
        e.message == "Column \"c\" is not $kind: \"$value\"."

        where:
        reader    | value                || kind
        'integer' | 'x'                  || 'a number'
        'integer' | 1.5                  || 'a whole number'
        'integer' | 9223372036854775808g || 'a whole number'
        'decimal' | ''                   || 'a number'
        'bool'    | 2                    || 'a boolean'
        'bool'    | 'maybe'              || 'a boolean'
        'instant' | 'yesterday'          || 'a point in time'
        'instant' | '2026-13-01 00:00'   || 'a point in time'
        'date'    | '01.02.2026'         || 'a date'
        'time'    | '25:00'              || 'a time of day'
        'uuid'    | 'x'                  || 'a UUID'
    }

    def "#reader of a column that the query does not have names those it has"() {
        when:
        new Row(a: 1, b: 2)."$reader"('c')

        then:
        def e = thrown(IllegalArgumentException)
        e.message == 'The row has no column "c"; it has a, b.'

        where:
        reader << ['string', 'integer', 'decimal', 'bool', 'instant', 'date', 'time', 'uuid']
    }
}
