package dev.retort

import dev.retort.internal.testing.Project
import dev.retort.internal.testing.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** What an upgrade or a downgrade does to values that only some rows have, with the few rows that each table is given. */
@spock.lang.Tag('database')
class LostValuesSpec extends Specification {

    private static final List<String> BOTH = ['sqlite', 'postgresql']

    /** Each fault has a column, which is called as it is: its type, and what the upgrade does to it. */
    private static final Map<String, List<String>> OF_BOTH = [
            trimmed     : ['text', "trim(trimmed)"],
            cut_blank   : ['varchar(40)', "rtrim(cut_blank)"],
            lowered     : ['text', "lower(lowered)"],
            unquoted    : ['text', "replace(unquoted, chr(39), '')"],
            unslashed   : ['text', "replace(unslashed, chr(92), '')"],
            unbroken    : ['text', "replace(unbroken, chr(10), ' ')"],
            null_filled : ['text', "coalesce(null_filled, '')"],
            emptied     : ['text', "nullif(emptied, '')"],
            cut_long    : ['text', "substr(cut_long, 1, 255)"],
            cut_varchar : ['varchar(200)', "substr(cut_varchar, 1, 100)"],
            merged      : ["text, check: \"merged IN ('a', 'b', 'c')\"", "CASE merged WHEN 'c' THEN 'a' ELSE merged END"],
            no_negative : ['bigint', "CASE WHEN no_negative < 0 THEN 0 ELSE no_negative END"],
            cut_number  : ['bigint', "CASE WHEN cut_number > 2147483647 THEN 2147483647 ELSE cut_number END"],
            cut_bytes   : ['bytes', "substr(cut_bytes, 1, 20)"],
            empty_bytes : ['bytes', "CASE WHEN length(empty_bytes) = 0 THEN NULL ELSE empty_bytes END"],
    ]

    private static final Map<String, List<String>> OF_SQLITE = [
            hour_later : ['timestamp', "datetime(hour_later, '+1 hour')"],
            as_text    : ['bytes', 'CAST(as_text AS text)'],
    ]

    private static final Map<String, List<String>> OF_POSTGRESQL = [
            ascii        : ['text', "regexp_replace(ascii, '[^ -~]', '?', 'g')"],
            normalized   : ['text', 'normalize(normalized)'],
            to_date      : ['timestamp', 'to_date::date'],
            to_seconds   : ['timestamp', "date_trunc('second', to_seconds)"],
            other_zone   : ['timestamp', "(other_zone AT TIME ZONE 'UTC') AT TIME ZONE 'Europe/Berlin'"],
            local_time   : ['timestamp(timezone: true)', "(local_time AT TIME ZONE 'Europe/Berlin') AT TIME ZONE 'Europe/Berlin'"],
            since_1970   : ['date', "greatest(since_1970, '1970-01-01')"],
            less_precise : ['numeric(10, 4)', 'trunc(less_precise, 2)'],
            any_precision: ['numeric', 'round(any_precision, 6)'],
            to_real      : ['doublePrecision', 'CASE WHEN abs(to_real) < 1e30 THEN to_real::real ELSE to_real END'],
            in_seconds   : ['interval', "extract(epoch FROM in_seconds) * interval '1 second'"],
            array_emptied: ['array(text)', "CASE WHEN array_emptied IS NULL THEN NULL ELSE '{}'::text[] END"],
            array_nulls  : ['array(text)', 'array_remove(array_nulls, NULL)'],
            array_text   : ['array(text)', "string_to_array(array_to_string(array_text, ','), ',')"],
            array_empty  : ['array(text)', "nullif(array_empty, '{}')"],
            as_jsonb     : ['json', 'as_jsonb::jsonb::json'],
            no_nulls     : ['jsonb', 'jsonb_strip_nulls(no_nulls)'],
            one_day      : ['time', "date_trunc('hour', one_day)::time"],
    ]

    @Shared @AutoCleanup TestDatabase sqlite = TestDatabase.sqlite()
    @Shared @AutoCleanup TestDatabase postgresql = TestDatabase.postgresql()
    @AutoCleanup Project project = new Project()

    def "an update that loses values of one shape is found on #dialect, whatever the seed"() {
        given:
        def faults = OF_BOTH + (dialect == 'sqlite' ? OF_SQLITE : OF_POSTGRESQL)
        def columns = faults.collect { name, fault -> "column '$name', ${fault[0]}" }.join('\n')
        def sets = faults.collect { name, fault -> "$name = ${fault[1]}" }.join(',\n')
        project.revision('a', "change { createTable('posts') {\ncolumn 'id', integer, primaryKey: true\n$columns\n} }")
        project.revision('b', ['a'], "upgrade { execute '''UPDATE posts SET ${(dialect == 'sqlite' ? sets.replace('chr(', 'char(') : sets)}''' }\n" +
                "downgrade { query 'SELECT 1' }")

        when:
        def words = verified(dialect, 3).problems()*.sentence()

        then:
        faults.keySet().findAll { name -> !words.any { it =~ /had $name = / } } == [] as Set
        words.every { it.startsWith('The upgrade and the downgrade lose what was in the table posts. The row id = ') }

        where:
        dialect << BOTH
    }

    def "#dialect: #fault is found"() {
        given:
        project.revision('a', "upgrade {\n$begin\n}\ndowngrade { query 'SELECT 1' }")
        project.revision('b', ['a'], "upgrade {\n$upgrade\n}\ndowngrade {\n$downgrade\n}")

        when:
        def result = verified(dialect, 3)

        then:
        result.outcome() == CheckResult.Outcome.FAILED
        result.problems()*.sentence().join('\n').contains(words)

        where:
        [dialect, fault, begin, upgrade, downgrade, words] << [
                [BOTH, 'that two renamed columns are swapped', "createTable('posts') { column 'id', integer, primaryKey: true; column 'n', text; column 'm', text }",
                 "renameColumn 'posts', 'n', 'x'; renameColumn 'posts', 'm', 'y'", "renameColumn 'posts', 'x', 'm'; renameColumn 'posts', 'y', 'n'",
                 'The downgrade loses what was in the table posts. The row id = 900001 had n = '],
                [BOTH, 'that equal rows become one', "createTable('log') { column 'n', integer; column 's', text }",
                 "execute 'CREATE TABLE l AS SELECT DISTINCT * FROM log'; execute 'DELETE FROM log'; execute 'INSERT INTO log SELECT * FROM l'; execute 'DROP TABLE l'",
                 "query 'SELECT 1'", 'lose what was in the table log. '],
                [['sqlite'], 'a counter that is set back', "execute 'CREATE TABLE posts (id INTEGER PRIMARY KEY AUTOINCREMENT, n text)'",
                 "query 'SELECT 1'", "execute \"UPDATE sqlite_sequence SET seq = 0 WHERE name = 'posts'\"",
                 'Numbers are given twice after the downgrade. The last number of posts was 900005, and now is 0.'],
                [['postgresql'], 'an identity that is created again', "execute 'CREATE TABLE posts (id integer GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, n text)'",
                 "execute 'ALTER TABLE posts ALTER id DROP IDENTITY'", "execute 'ALTER TABLE posts ALTER id ADD GENERATED BY DEFAULT AS IDENTITY'",
                 'Numbers are given twice after the downgrade. The last number of posts.id was 900005, and now none was given yet.'],
                [['postgresql'], 'a sequence that is restarted', "createSequence 's'; execute \"SELECT setval('s', 100)\"", "query 'SELECT 1'", "execute 'ALTER SEQUENCE s RESTART'",
                 'The last number of s was 100, and now none was given yet.'],
                [['postgresql'], 'a partition that is dropped with its rows',
                 "execute 'CREATE TABLE posts (id integer, n text) PARTITION BY RANGE (id)'; execute 'CREATE TABLE p1 PARTITION OF posts FOR VALUES FROM (MINVALUE) TO (0)'; execute 'CREATE TABLE p2 PARTITION OF posts FOR VALUES FROM (0) TO (MAXVALUE)'",
                 "execute 'DROP TABLE p1'", "execute 'CREATE TABLE p1 PARTITION OF posts FOR VALUES FROM (MINVALUE) TO (0)'", 'lose what was in the table posts. '],
        ].collectMany { row -> row[0].collect { [it] + row.drop(1) } }
    }

    def "a table that is dropped takes its numbers along on #dialect"() {
        given:
        def create = "createTable('posts') { column 'id', ${dialect == 'sqlite' ? 'integer, autoincrement: true' : 'serial'}, primaryKey: true; column 'n', text }"
        project.revision('a', "change { $create }")
        project.revision('b', ['a'], "upgrade { dropTable 'posts' }\ndowngrade { $create }")

        expect:
        verified(dialect, 3).outcome() == CheckResult.Outcome.PASSED

        where:
        dialect << BOTH
    }

    /** The check of the second revision alone. */
    private CheckResult verified(String dialect, long seed) {
        project.at(dialect == 'sqlite' ? sqlite : postgresql).build().verification(VerificationRequest.of(seed)).withCloseable { verification ->
            verification.run(verification.checks().find { it.name() == 'b' })
        }
    }
}
