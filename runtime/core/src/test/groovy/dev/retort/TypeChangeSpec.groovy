package dev.retort

import dev.retort.internal.testing.Project
import dev.retort.internal.testing.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Specification

/** What becomes of the values of a column when its type changes: the same on every database, or an error. */
@spock.lang.Tag('database')
class TypeChangeSpec extends Specification {

    /** From which type to which, how, and the values before and after. */
    private static final List<List<Object>> CHANGES = [
            ['text', 'bool', 'c::boolean', ['true', ' YES ', 'f', 'off', '1', null], ['true', 'true', 'false', 'false', 'true', null]],
            ['text', 'bool', 'CAST(c AS boolean)', ['true', 'n'], ['true', 'false']],
            ['text', 'bool', "c = 'on'", ['on', 'off'], ['true', 'false']],
            ['integer', 'bool', 'c::boolean', [0, 1, 7], ['false', 'true', 'true']],
            ['bool', 'integer', 'c::integer', [true, false], ['1', '0']],
            ['bool', 'text', null, [true, false, null], ['true', 'false', null]],
            ['bool', 'varchar(5)', 'c::varchar(5)', [true, false], ['true', 'false']],
            ['numeric(10, 3)', 'integer', null, [12.5, -12.5, 12.499, 0], ['13', '-13', '12', '0']],
            ['numeric(10, 3)', 'integer', 'CAST(c AS integer)', [12.5], ['13']],
            ['doublePrecision', 'bigint', null, [12.5, 13.5, -12.5, 7], ['12', '14', '-12', '7']],
            ['numeric(10, 3)', 'numeric(4, 1)', null, [12.34, 7, 999.94], ['12.3', '7.0', '999.9']],
            ['numeric(10, 3)', 'text', null, [12.5, 7], ['12.500', '7.000']],
            ['doublePrecision', 'text', null, [12.5, 7], ['12.5', '7']],
            ['integer', 'text', null, [12, null], ['12', null]],
            ['bigint', 'smallint', null, [12, -32768], ['12', '-32768']],
            ['text', 'integer', 'c::integer', [' 12 ', '-7', '+5', '007'], ['12', '-7', '5', '7']],
            ['text', 'integer', '"c" :: integer + 1', ['12'], ['13']],
            ['text', 'integer', 'c::numeric::integer', ['12.5', '1e2'], ['13', '100']],
            ['text', 'integer', "CASE WHEN c = '' THEN NULL ELSE (c)::int END", ['', '4'], [null, '4']],
            ['text', 'integer', "coalesce(nullif(c, '')::integer, 0)", ['', '4'], ['0', '4']],
            ['text', 'numeric(6, 2)', 'c::numeric', [' 12.345 ', '.5'], ['12.35', '0.50']],
            ['text', 'doublePrecision', 'c::double precision', ['1.5'], ['1.5']],
            ['text', 'varchar(3)', null, ['abc', 'ab   '], ['abc', 'ab ']],
            ['text', 'varchar(3)', 'c::varchar(3)', ['abcdef', 'ab'], ['abc', 'ab']],
            ['text', 'varchar(3)', 'substr(c, 1, 3)', ['abcdef'], ['abc']],
            ['varchar(9)', 'text', 'upper(c)', ['abc'], ['ABC']],
            ['text', 'date', 'c::date', ['2026-01-05', '2026-01-05 10:00', '2024-02-29T23:59:59Z'], ['2026-01-05', '2026-01-05', '2024-02-29']],
            ['timestamp', 'date', null, ['2026-01-05 23:59:59'], ['2026-01-05']],
            ['timestamp', 'time', null, ['2026-01-05 23:59:58'], ['23:59:58']],
            ['date', 'timestamp', null, ['2026-01-05'], ['2026-01-05 00:00:00']],
            ['text', 'timestamp', 'c::timestamp', ['2026-01-05', '2026-01-05T10:00:30.125', '2026-01-05 10:00+05'], ['2026-01-05 00:00:00', '2026-01-05 10:00:30.125', '2026-01-05 10:00:00']],
            ['text', 'timestamp(timezone: true)', 'c::timestamptz', ['2026-01-05T10:00:30.5+02:00', '2026-01-05 10:00:00Z'], ['2026-01-05 08:00:30.5', '2026-01-05 10:00:00']],
            ['text', 'time', 'c::time', ['10:15', '2026-01-05 10:15:30'], ['10:15:00', '10:15:30']],
            ['text', 'uuid', 'c::uuid', ['A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11', 'a0eebc999c0b4ef8bb6d6bb9bd380a11'], ['a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11']],
            ['text', 'json', 'c::json', ['{"a": 1}', '7'], ['{"a": 1}', '7']],
            ['uuid', 'text', null, ['a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'], ['a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11']],
            ['text', "enumeration('size', ['s', 'm'], create: true)", 'c::size', ['s', null], ['s', null]],
    ]

    /** What no database converts. */
    private static final List<List<Object>> UNFIT = [
            ['text', 'bool', 'c::boolean', 'maybe'],
            ['text', 'bool', 'CAST(c AS boolean)', 'o'],
            ['text', 'integer', 'c::integer', '12.5'],
            ['text', 'integer', 'c::integer', '12 apples'],
            ['text', 'integer', 'c::integer', '3000000000'],
            ['text', 'integer', 'c::integer', ''],
            ['text', 'integer', 'CAST(c AS integer)', 'x'],
            ['text', 'integer', 'coalesce(c::integer, 0)', 'x'],
            ['text', 'numeric(5, 2)', 'c::numeric', 'x1'],
            ['numeric(10, 3)', 'numeric(4, 1)', null, 999.95],
            ['bigint', 'smallint', null, 32768],
            ['text', 'varchar(3)', null, 'abcd'],
            ['varchar(9)', 'varchar(3)', null, 'abcd'],
            ['text', 'varchar(3)', "c || ''", 'abcd'],
            ['integer', 'varchar(3)', null, 1234],
            ['text', 'date', 'c::date', '2026-02-30'],
            ['text', 'date', 'c::date', 'tomorrowish'],
            ['text', 'timestamp', 'c::timestamp', '2026-01-05 25:00'],
            ['text', 'time', 'c::time', '2026-01-05'],
            ['text', 'uuid', 'c::uuid', 'a0eebc99'],
            ['text', 'json', 'c::json', '{a: 1}'],
            ['text', "enumeration('size', ['s', 'm'], create: true)", 'c::size', 'xl'],
    ]

    @AutoCleanup
    Project project = new Project()

    @AutoCleanup(quiet = true)
    TestDatabase database

    def "values are converted on #dialect"() {
        given:
        database = TestDatabase.of(dialect)
        project.revision('a', [], "upgrade {\n${CHANGES.indexed().collect { i, change -> table(i, change) }.join('\n')}\n}\ndowngrade { }")
        project.revision('b', ['a'], "upgrade {\n${CHANGES.indexed().collect { i, change -> alter(i, change) }.join('\n')}\n}\ndowngrade { }")

        when:
        project.retort(database).upgrade('head')

        then:
        CHANGES.indexed().collect { i, change -> values(i, change[1] as String) } == CHANGES*.get(4)

        where:
        dialect << ['sqlite', 'postgresql']
    }

    def "what cannot be converted stops the change, and all is as it was, on #dialect"() {
        given:
        database = TestDatabase.of(dialect)
        project.revision('a', [], "upgrade {\n${UNFIT.indexed().collect { i, change -> table(i, change[0..2] + [[change[3]]]) }.join('\n')}\n}\ndowngrade { }")
        UNFIT.eachWithIndex { change, i ->
            project.revision("b$i", ['a'], "upgrade {\n${alter(i, change)}\n}\ndowngrade { }")
        }
        def retort = project.retort(database)
        retort.upgrade('a')
        def before = UNFIT.indexed().collect { i, change -> values(i, change[0] as String) }

        expect:
        UNFIT.eachWithIndex { change, i ->
            def message = refusal { retort.upgrade("b$i") }
            assert message.startsWith("migrations/b${i}.groovy:5: Revision b$i (upgrade) failed: ") : change
            assert dialect != 'sqlite' || message.contains("Row 1 of the table \"t$i\" has ") : change
        }
        UNFIT.indexed().collect { i, change -> values(i, change[0] as String) } == before

        where:
        dialect << ['sqlite', 'postgresql']
    }

    private static String refusal(Closure<?> run) {
        try {
            run.call()
            return ''
        } catch (RetortException e) {
            return e.message
        }
    }

    def "an expression that SQLite cannot compute is refused, and so is a cast to what it does not know: #using"() {
        given:
        database = TestDatabase.sqlite()
        project.revision('a', [], "upgrade {\n${table(0, ['text', 'text', null, ['1']])}\n}\ndowngrade { }")
        project.revision('b', ['a'], "upgrade {\n${alter(0, ['text', 'integer', using])}\n}\ndowngrade { }")
        project.retort(database).upgrade('a')

        when:
        project.retort(database).upgrade('head')

        then:
        def refused = thrown(RetortException)
        refused.problems()[0].location().line() == 5
        refused.message.replace('\n', ' ').contains(message)

        where:
        using                       | message
        "to_number(c, '99')"        | 'no such function: to_number'
        'c::citext'                 | 'SQLite knows no type "citext" to cast to, in "c::citext". Compute the value without it for that database:'
        'c::text[]'                 | 'SQLite knows no type "text[]" to cast to'
        '+::integer'                | 'has nothing before it that could be cast'
        'nosuch::integer'           | 'no such column: nosuch'
        '"nosuch"::integer'         | 'There is no column "nosuch" here, and SQLite would take it for the text'
        "lower(\"nosuch\")"         | 'There is no column "nosuch" here, and SQLite would take it for the text'
    }

    def "a default is converted with its column, or refused"() {
        given:
        database = TestDatabase.sqlite()
        project.revision('a', [], """upgrade {
            createTable('t') {
                column 'id', integer, primaryKey: true
                column 'flag', text, default: 'yes'
                column 'n', text, default: 'x'
                column 'd', timestamp, default: sql('now()')
            }
        }
        downgrade { }""")
        project.revision('b', ['a'], "upgrade {\n alterColumn 't', 'flag', type: bool, using: 'flag::boolean'\n}\ndowngrade { }")
        project.revision('c', ['b'], "upgrade {\n alterColumn 't', 'n', type: integer, using: 'n::integer'\n}\ndowngrade { }")
        project.revision('d', ['b'], "upgrade {\n alterColumn 't', 'd', type: date\n}\ndowngrade { }")
        project.revision('e', ['b'], "upgrade {\n alterColumn 't', 'n', type: integer, using: 'n::integer', default: 7\n}\ndowngrade { }")

        when:
        project.retort(database).upgrade('b')
        database.execute('INSERT INTO t (id) VALUES (1)')

        then:
        database.rows('SELECT flag FROM t') == [[1]]

        when:
        project.retort(database).upgrade(target)

        then:
        def refused = thrown(RetortException)
        refused.message.replace('\n', ' ').contains(message)

        where:
        target | message
        'c'    | '''The default 'x' of the column "n" of the table "t" is no value of the type integer. Give it a new one together with the type'''
        'd'    | 'The default CURRENT_TIMESTAMP of the column "d" of the table "t" is no value of the type date.'
        'e'    | '''Row 1 of the table "t" has 'x' for "n", which is no value of the type integer.'''
    }

    private static String table(int i, List<?> change) {
        def rows = (change[3] as List).indexed().collect { row, value -> "[id: ${row + 1}, c: ${literal(value)}]" }
        "createTable('t$i') {\n column 'id', integer, primaryKey: true\n column 'c', ${change[0]}\n}\nbulkInsert 't$i', [${rows.join(', ')}]"
    }

    private static String literal(Object value) {
        value instanceof String ? (value.contains("'") || !value.contains('"') ? "\"$value\"" : "'$value'") : String.valueOf(value)
    }

    private static String alter(int i, List<?> change) {
        def using = change[2] == null ? '' : ", using: ${literal(change[2])}"
        "alterColumn 't$i', 'c', type: ${change[1]}$using"
    }

    private List<String> values(int i, String type) {
        def sqlite = database.dialect == 'sqlite'
        // A boolean of SQLite's is a number, and a numeric has no digits that say nothing.
        def value = !sqlite ? 'c::text'
                : type == 'bool' ? "CASE c WHEN 1 THEN 'true' WHEN 0 THEN 'false' ELSE c END"
                : type.startsWith('numeric') ? "printf('%.${type.find(/(?<=, )\d/)}f', c)" : 'CAST(c AS TEXT)'
        def stored = sqlite || !type.contains('timezone') ? value : "regexp_replace((c AT TIME ZONE 'UTC')::text, '', '')"
        database.rows("SELECT CASE WHEN c IS NOT NULL THEN $stored END FROM t$i ORDER BY id")*.first()
    }
}
