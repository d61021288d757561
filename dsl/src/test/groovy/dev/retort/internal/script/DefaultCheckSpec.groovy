package dev.retort.internal.script

import dev.retort.internal.schema.ColumnType
import dev.retort.internal.schema.DefaultValue
import dev.retort.internal.schema.QualifiedName
import java.time.LocalDate
import java.time.LocalDateTime
import spock.lang.Specification

import static dev.retort.internal.schema.ColumnType.Simple.*

class DefaultCheckSpec extends Specification {

    private static final ColumnType MOMENT = new ColumnType.Timestamp(true, null)
    private static final ColumnType STATE = new ColumnType.Enumeration(QualifiedName.of('state'), ['open', 'done'])

    def "a default of another kind is refused with what to write: #value for #type"() {
        when:
        def problem = DefaultCheck.problem('c', type, new DefaultValue.Literal(value)).get()

        then:
        problem.sentence().startsWith("The default ${value instanceof String ? "'$value'" : value} of the column \"c\" is ")
        problem.hint() == hint

        where:
        type                          | value                              | hint
        BOOL                          | 0                                  | 'Write default: false.'
        BOOL                          | 1                                  | 'Write default: true.'
        BOOL                          | 'false'                            | 'Write default: false.'
        BOOL                          | 'maybe'                            | 'Write true or false.'
        INTEGER                       | 'x'                                | 'Write a whole number.'
        INTEGER                       | ''                                 | 'Write a whole number.'
        INTEGER                       | 1.5                                | 'Write a whole number.'
        INTEGER                       | true                               | 'Write a whole number.'
        INTEGER                       | 3000000000                         | 'Write a whole number from -2147483648 to 2147483647.'
        BIGINT                        | "nextval('s')"                     | 'Write default: sql("nextval(\'s\')").'
        new ColumnType.Numeric(5, 2)  | 'x'                                | 'Write a number.'
        new ColumnType.Numeric(5, 2)  | 1000                               | 'Write a number with at most 3 digits before the point.'
        DOUBLE_PRECISION              | 'many'                             | 'Write a number.'
        TEXT                          | true                               | "Write a text: 'true'."
        TEXT                          | 'now()'                            | "Write default: sql('now()')."
        new ColumnType.Varchar(3)     | 'abcd'                             | 'Write at most 3 characters, or give the column a longer type.'
        DATE                          | 'CURRENT_DATE'                     | "Write default: sql('CURRENT_DATE')."
        DATE                          | '2026-02-30'                       | "Write a date: '2026-01-31', or sql('CURRENT_DATE')."
        DATE                          | 'today'                            | "Write a date: '2026-01-31', or sql('CURRENT_DATE')."
        MOMENT                        | 'now()'                            | "Write default: sql('now()')."
        MOMENT                        | ' Now ( ) '                        | "Write default: sql('Now ( )')."
        MOMENT                        | 'CURRENT_TIMESTAMP'                | "Write default: sql('CURRENT_TIMESTAMP')."
        MOMENT                        | "timezone('utc', now())"           | 'Write default: sql("timezone(\'utc\', now())").'
        MOMENT                        | 5                                  | "Write a time: '2026-01-31 10:15:00', or sql('now()')."
        MOMENT                        | 'yesterdayish'                     | "Write a time: '2026-01-31 10:15:00', or sql('now()')."
        new ColumnType.Time(false, 0) | '25:00'                            | "Write a time: '10:15:00', or sql('CURRENT_TIME')."
        ColumnType.Simple.UUID        | 'gen_random_uuid()'                | "Write default: sql('gen_random_uuid()')."
        ColumnType.Simple.UUID        | 'x'                                | "Write a UUID, or the SQL that makes one: sql('gen_random_uuid()')."
        JSON                          | '{a: 1}'                           | "Write JSON: '{}', '[]', '\"text\"'."
        JSONB                         | "'{}'::jsonb"                      | 'Write default: sql("\'{}\'::jsonb").'
        JSON                          | 0                                  | "Write JSON as a text: '0'."
        STATE                         | 'opne'                             | 'Did you mean "open"?'
        STATE                         | 'zzzzzz'                           | 'The values of "state" are open, done.'
        new ColumnType.Array(INTEGER) | 'x'                                | "Write an array as a text: '{}'."
        null                          | 'now()'                            | "Write default: sql('now()')."
        new ColumnType.Named('oid')   | 'CURRENT_TIMESTAMP'                | "Write default: sql('CURRENT_TIMESTAMP')."
    }

    def "a default of the type's kind is none to speak of: #value for #type"() {
        expect:
        DefaultCheck.problem('c', type, new DefaultValue.Literal(value)).empty

        where:
        type                          | value
        BOOL                          | false
        INTEGER                       | 0
        INTEGER                       | '0'
        INTEGER                       | 5.00
        BIGINT                        | 3000000000
        new ColumnType.Numeric(5, 2)  | 0.5
        new ColumnType.Numeric(5, 2)  | 999.99
        new ColumnType.Numeric(5, 2)  | '12.5'
        DOUBLE_PRECISION              | 1
        TEXT                          | ''
        TEXT                          | 'see f(x) and now'
        TEXT                          | 'user'
        TEXT                          | 7
        new ColumnType.Varchar(3)     | 'ábc'
        new ColumnType.Char(2)        | 'ab'
        DATE                          | '2026-01-01'
        DATE                          | LocalDate.of(2026, 1, 1)
        MOMENT                        | '2026-01-01'
        MOMENT                        | '2026-01-01T10:00:00.5Z'
        MOMENT                        | '2026-01-01 10:00:00+02'
        MOMENT                        | 'infinity'
        MOMENT                        | LocalDateTime.of(2026, 1, 1, 0, 0)
        new ColumnType.Time(false, 0) | '10:15'
        ColumnType.Simple.UUID        | '00000000-0000-0000-0000-000000000000'
        JSON                          | '{}'
        JSONB                         | '["a", 1]'
        STATE                         | 'done'
        new ColumnType.Array(TEXT)    | '{}'
        new ColumnType.Named('inet')  | '127.0.0.1'
        null                          | 'anything'
        INTERVAL                      | '1 day'
    }

    def "an expression is the database's business"() {
        expect:
        DefaultCheck.problem('c', MOMENT, new DefaultValue.Expression('now()')).empty
        DefaultCheck.problem('c', MOMENT, null).empty
    }
}
