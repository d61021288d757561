package dev.retort

import dev.retort.internal.testing.Project
import dev.retort.internal.testing.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.Tag

/** What a script says and how the database prints it are two spellings of one thing, and no difference. */
@Tag('database')
class SpellingsSpec extends Specification {

    @AutoCleanup
    Project project = new Project()

    @AutoCleanup
    TestDatabase database

    static final List<String> TYPES = [
            'smallint', 'integer', 'bigint', 'real', 'doublePrecision', 'text', 'bool', 'date', 'uuid', 'json', 'jsonb', 'bytes', 'interval',
            'numeric', 'numeric(10)', 'numeric(10, 2)', 'varchar', 'varchar(80)', 'character(3)', 'time', 'time(3)', 'time(timezone: true)',
            'timestamp', 'timestamp(3)', 'timestamp(timezone: true)', 'timestamp(precision: 6, timezone: true)', 'array(text)',
            'array(integer)', 'array(varchar(10))', "enumeration('mood', ['sad', 'happy'])"]

    static final List<String> POSTGRESQL_TYPES = [
            "type('inet')", "type('cidr')", "type('macaddr')", "type('money')", "type('point')", "type('int4range')", "type('tsvector')",
            "type('bit(3)')", "type('bit varying(5)')", "type('xml')", "type('pg_lsn')", "type('varbit')", "type('character varying(7)')",
            "type('int8')", "type('int4')", "type('float8')", "type('float(10)')", "type('decimal(5,1)')", "type('timestamptz')", "type('timetz')",
            "type('timestamp without time zone')", "type('bpchar(4)')", "type('interval day to second')", "type('text[]')", "type('int2[]')",
            "type('name')", "type('oid')", "type('\"char\"')"]

    /** A type, and a default of it. */
    static final List<List<String>> DEFAULTS = [
            ['integer', '0'], ['integer', '-1'], ['bigint', '9000000000'], ['numeric(10, 2)', '1.50'], ['numeric(10, 2)', '0'],
            ['real', '0.5'], ['doublePrecision', '1e3'], ['text', "''"], ['text', "'a'"], ['text', "'it\\'s'"], ['text', "'ä € 漢'"],
            ['text', "'1'"], ['text', "'null'"], ['text', "'a\\\\\\\\b'"], ['varchar(10)', "'x'"], ['character(3)', "'ab'"], ['bool', 'true'],
            ['bool', 'false'], ['date', "'2026-01-31'"], ['timestamp', "'2026-01-31 10:00:00'"], ['json', "'{}'"], ['jsonb', "'{\"a\": [1, 2]}'"],
            ["enumeration('mood', ['sad', 'happy'])", "'sad'"], ['text', 'null'], ['time', "'10:30'"],
            ['text', "sql('CURRENT_USER')", 'postgresql'], ['date', "sql('CURRENT_DATE')"], ['timestamp', "sql('CURRENT_TIMESTAMP')"],
            ['timestamp(timezone: true)', "sql('now()')", 'postgresql'], ['uuid', "sql('gen_random_uuid()')", 'postgresql'],
            ['timestamp(timezone: true)', "sql(\"now() + interval '1 day'\")", 'postgresql'], ['integer', "sql('1 + 1')"], ['integer', "sql('(1+1)')"],
            ['integer', "sql('-(2)')"], ['text', "sql(\"lower('ABC')\")"], ['text', "sql(\"'a' || 'b'\")"], ['array(text)', "sql(\"'{}'\")", 'postgresql'],
            ['array(integer)', "sql('ARRAY[1,2]')", 'postgresql'], ['array(text)', "sql('ARRAY[]::text[]')", 'postgresql'],
            ['interval', "sql(\"interval '1 hour'\")", 'postgresql'], ['interval', "sql(\"'1 hour'::interval\")", 'postgresql'],
            ['text', "sql(\"CASE WHEN 1 > 0 THEN 'x' ELSE 'y' END\")"], ['integer', "sql(\"coalesce(NULL, 3)\")"],
            ['numeric(10, 2)', "sql('3.14159')"], ['bool', "sql('(NOT false)')", 'postgresql'], ['bool', "sql('1 = 1')"],
            ['text', "sql(\"date_trunc('day', now())::text\")", 'postgresql'], ['timestamp(timezone: true)', "sql(\"(now() AT TIME ZONE 'utc')\")", 'postgresql'],
            ['text', "sql(\"CAST(1 AS text)\")"], ['text', "sql(\"strftime('%s', 'now')\")", 'sqlite'], ['text', "sql(\"datetime('now')\")", 'sqlite'],
            ['bytes', "sql(\"'\\\\\\\\xdead'\")", 'postgresql'], ['integer', "sql('0x10')", 'sqlite'], ['bytes', "sql(\"x'beef'\")", 'sqlite']]

    static final List<String> CHECKS = [
            'i > 0', 'i >= 0 AND i <= 10', 'i BETWEEN 1 AND 5', 'i IN (1, 2, 3)', "t IN ('a', 'b')", "t <> ''", 'i IS NOT NULL', 'i is null or i>0',
            'NOT (i = 3)', "t LIKE 'a%'", 'length(t) > 3', '(i > 0)', '((i) > (0))', "t = 'it''s'", 'i % 2 = 0', 'i + j > 3', 'i*j<>-1',
            "CASE WHEN i > 0 THEN t = 'x' ELSE true END", "coalesce(t, '') <> 'z'", 'i != 4', 'i NOT IN (7, 8)', "upper(t) = t", '"i" < 100']

    static final List<String> POSTGRESQL_CHECKS = [
            "t ~ '^[a-z]+\$'", 'i::text <> t', "t ILIKE 'A%'", 'i = ANY (ARRAY[1,2])', "t SIMILAR TO 'a|b'", "t !~ 'x'", "(t)::varchar <> 'y'",
            'i <@ int4range(1, 5)', 'char_length(t) BETWEEN 1 AND 9', "position('a' in t) > 0", "substring(t from 1 for 2) = 'ab'", 'i IS DISTINCT FROM j',
            "extract(year from d) > 2000", "d >= DATE '2020-01-01'", "d + interval '1 day' > now()::date", 'num_nonnulls(i, j) = 1']

    private List<String> differences(String dialect, String body) {
        database = TestDatabase.of(dialect)
        project.revision('a', [], "upgrade {\n$body\n}\nirreversible 'no'")
        Retort retort = project.retort(database)
        retort.upgrade('head')
        SchemaSnapshot said = retort.schemaAt('head')
        SchemaSnapshot read = retort.schema()
        assert said.complete && said.uncertain() == []
        [[read, said], [said, read]].collectMany { SchemaSnapshot from, SchemaSnapshot to ->
            def difference = from.differenceTo(to)
            difference.changes()*.operation() + difference.unreachable()
        }
    }

    private static String literal(String text) {
        "'" + text.replace('\\', '\\\\').replace("'", "\\'").replace('\$', '\\\$') + "'"
    }

    private static String mood(String dialect) {
        dialect == 'postgresql' ? "createEnum 'mood', ['sad', 'happy']\n" : ''
    }

    def "on #dialect, no type differs from itself"() {
        given:
        def types = dialect == 'postgresql' ? TYPES + POSTGRESQL_TYPES : TYPES.findAll { !it.startsWith('array') && it != 'interval' }
        def columns = types.withIndex().collect { type, i -> "column 'c$i', $type" }

        expect:
        differences(dialect, "${mood(dialect)}createTable('t') {\n${columns.join('\n')}\n}") == []

        where:
        dialect << ['sqlite', 'postgresql']
    }

    def "on #dialect, no default differs from itself"() {
        given:
        def those = DEFAULTS.findAll { it.size() < 3 || it[2] == dialect }
        def columns = those.withIndex().collect { each, i -> "column 'c$i', ${each[0]}, default: ${each[1]}" }

        expect:
        those.size() > 35
        differences(dialect, "${mood(dialect)}createTable('t') {\n${columns.join('\n')}\n}") == []

        where:
        dialect << ['sqlite', 'postgresql']
    }

    def "a sequence is what numbers a serial column, whatever the script says: #what"() {
        expect:
        differences('postgresql', body) == []

        where:
        what << SERIALS.keySet()
        body << SERIALS.values()
    }

    static final Map<String, String> SERIALS = [
            'it is spelled out': """
                createSequence 't_a_seq', type: integer
                createTable('t') { column 'a', integer, nullable: false, default: sql("nextval('t_a_seq')") }
                alterSequence 't_a_seq', ownedBy: 't.a'""",
            'its default is taken away': """
                createTable('t') { column 'a', serial }
                alterColumn 't', 'a', default: null""",
            'it becomes a plain column': """
                createTable('t') { column 'a', bigserial }
                alterColumn 't', 'a', default: null
                dropSequence 't_a_seq'""",
            'its sequence changes': """
                createTable('t') { column 'a', serial }
                alterSequence 't_a_seq', increment: 5""",
            'its sequence is renamed': """
                createTable('t') { column 'a', serial }
                renameSequence 't_a_seq', 'numbers'""",
            'its sequence is no longer its own': """
                createTable('t') { column 'a', serial }
                alterSequence 't_a_seq', ownedBy: null""",
            'it may be null': """
                createTable('t') { column 'a', serial }
                alterColumn 't', 'a', nullable: true"""]

    def "on #dialect, no check, condition or computed column differs from itself"() {
        given:
        def quoted = (dialect == 'postgresql' ? CHECKS + POSTGRESQL_CHECKS : CHECKS).collect { literal(it) }
        def checks = quoted.withIndex().collect { text, i -> "check $text, name: 'ck_$i'" }
        def indexes = quoted.findAll { !it.contains('now()') }.withIndex().collect { text, i -> "createIndex 'ix_$i', 't', ['i'], where: $text" }
        def computed = ['i + 1', 'i * (j - 1)', "coalesce(t, 'x')", 'upper(t)', "CASE WHEN i > 0 THEN 'a' ELSE 'b' END"]
                .withIndex().collect { text, i -> "column 'g$i', ${i < 2 ? 'integer' : 'text'}, generated: ${literal(text)}, stored: true" }
        def elements = ['lower(t)', '(i + j)', '(i)', 'coalesce(i, 0)'].withIndex().collect { text, i -> "createIndex 'ex_$i', 't', [sql(${literal(text)})]" }

        expect:
        differences(dialect, """\
            createTable('t') {
                column 'i', integer
                column 'j', integer
                column 't', text
                column 'd', date
                ${(computed + checks).join('\n')}
            }
            ${(indexes + elements).join('\n')}""") == []

        where:
        dialect << ['sqlite', 'postgresql']
    }
}
