package dev.retort.internal.dialect

import dev.retort.internal.dialect.postgres.PostgresDialect
import dev.retort.internal.dialect.sqlite.SqliteDialect
import dev.retort.internal.operation.Backfill
import dev.retort.internal.operation.Backfill.Assignments
import dev.retort.internal.operation.Condition
import dev.retort.internal.operation.SqlExpression
import dev.retort.internal.schema.QualifiedName
import java.time.Duration
import spock.lang.Specification

/** The text of a backfill's statements, without a server. */
class BatchSqlSpec extends Specification {

    static final RowKey ID = key([id: 'bigint'])
    static final RowKey PAIR = key([id: 'bigint', Part: 'character(3)'])

    static RowKey key(Map<String, String> columns) {
        new RowKey(columns.collect { name, type -> new RowKey.Column(name, type, false) }, true)
    }

    static Backfill backfill(Map parts = [:]) {
        new Backfill(new QualifiedName(null, 'videos'),
                parts.set ?: new Assignments.Sql('youtube_video_id = youtube_id'),
                parts.containsKey('where') ? parts.where : new Condition.Sql('a IS NULL OR b', [:]),
                parts.parameters ?: [:], new Backfill.Batches([], 1000, Duration.ZERO), null)
    }

    static BatchSql batches(Dialect dialect, Backfill backfill, RowKey key) {
        new BatchSql(dialect.spelling(), dialect.loading().keyset(), backfill, key)
    }

    static List said(SqlStatement statement) {
        [statement.sql(), statement.parameterRows() ? statement.parameterRows()[0] : []]
    }

    def "PostgreSQL binds places as texts of the key's type"() {
        given:
        def sql = batches(new PostgresDialect(), backfill(), ID)

        expect:
        said(sql.lastOfNext(null)) == ['SELECT CAST(id AS text) AS k1 FROM (SELECT id FROM (SELECT id, (a IS NULL OR b) AS retort_to_set'
                + ' FROM videos ORDER BY id OFFSET 0) AS in_order WHERE retort_to_set LIMIT 1000) AS batch ORDER BY id DESC LIMIT 1', []]
        said(sql.lastOfNext(['7'])) == ['SELECT CAST(id AS text) AS k1 FROM (SELECT id FROM (SELECT id, (a IS NULL OR b) AS retort_to_set'
                + ' FROM videos WHERE id > CAST(? AS bigint) ORDER BY id OFFSET 0) AS in_order WHERE retort_to_set LIMIT 1000) AS batch'
                + ' ORDER BY id DESC LIMIT 1', ['7']]
        said(sql.endOfNext(['7'])) == ['SELECT CAST(id AS text) AS k1 FROM (SELECT id FROM (SELECT id, (a IS NULL OR b) AS retort_to_set'
                + ' FROM videos WHERE id > CAST(? AS bigint) ORDER BY id OFFSET 0) AS in_order WHERE retort_to_set LIMIT 1 OFFSET 999) AS batch_end', ['7']]
        said(sql.update(['7'], ['9'])) == ['UPDATE videos SET youtube_video_id = youtube_id'
                + ' WHERE id > CAST(? AS bigint) AND id <= CAST(? AS bigint) AND (a IS NULL OR b) IS TRUE', ['7', '9']]
        said(sql.updateAndTell(null, ['9'])) == ['UPDATE videos SET youtube_video_id = youtube_id WHERE id <= CAST(? AS bigint)'
                + ' AND (a IS NULL OR b) IS TRUE RETURNING CAST(id AS text) AS k1, CASE WHEN (a IS NULL OR b) THEN 1 ELSE 0 END AS unchanged', ['9']]
        said(sql.countOfLeft()) == ['SELECT count(*) AS n FROM videos WHERE (a IS NULL OR b)', []]
        said(sql.lastOfAll()) == ['SELECT CAST(id AS text) AS k1 FROM videos ORDER BY id DESC LIMIT 1', []]
        sql.withoutKey() == []
    }

    def "without a condition, nothing leads PostgreSQL away from the key"() {
        expect:
        said(batches(new PostgresDialect(), backfill(where: null), ID).lastOfNext(null)) ==
                ['SELECT CAST(id AS text) AS k1 FROM (SELECT id FROM videos ORDER BY id LIMIT 1000) AS batch ORDER BY id DESC LIMIT 1', []]
        said(batches(new PostgresDialect(), backfill(), ID).countOfRest(['7'], new Keyset.Sample(' TABLESAMPLE SYSTEM (2)', 0.02d))) ==
                ['SELECT count(*) AS n FROM videos TABLESAMPLE SYSTEM (2) WHERE id > CAST(? AS bigint) AND (a IS NULL OR b)', ['7']]
    }

    def "SQLite writes places as literals"() {
        given:
        def sql = batches(new SqliteDialect(), backfill(where: null), ID)

        expect:
        said(sql.lastOfNext(["'x'"])) == ["SELECT quote(id) AS k1 FROM (SELECT id FROM videos WHERE id > 'x'"
                + ' ORDER BY id LIMIT 1000) AS batch ORDER BY id DESC LIMIT 1', []]
        said(batches(new SqliteDialect(), backfill(), ID).lastOfNext(null)) ==
                ['SELECT quote(id) AS k1 FROM (SELECT id FROM videos WHERE (a IS NULL OR b) ORDER BY id LIMIT 1000) AS batch ORDER BY id DESC LIMIT 1', []]
        said(sql.endOfNext(null)) == ['SELECT quote(id) AS k1 FROM (SELECT id FROM videos ORDER BY id LIMIT 1 OFFSET 999) AS batch_end', []]
        said(sql.update(["x'00'"], ['9'])) == ["UPDATE videos SET youtube_video_id = youtube_id WHERE id > x'00' AND id <= 9", []]
    }

    def "a key of several columns is compared as a row"() {
        expect:
        said(batches(new PostgresDialect(), backfill(where: null), PAIR).update(['7', 'a'], ['9', 'b'])) ==
                ['UPDATE videos SET youtube_video_id = youtube_id WHERE (id, "Part") > (CAST(? AS bigint), CAST(? AS character(3)))'
                         + ' AND (id, "Part") <= (CAST(? AS bigint), CAST(? AS character(3)))', ['7', 'a', '9', 'b']]
        said(batches(new SqliteDialect(), backfill(where: null), PAIR).lastOfNext(['7', "'a'"])) ==
                ['SELECT quote(id) AS k1, quote(Part) AS k2 FROM (SELECT id, Part FROM videos WHERE (id, Part) > (7, \'a\')'
                         + ' ORDER BY id, Part LIMIT 1000) AS batch ORDER BY id DESC, Part DESC LIMIT 1', []]
    }

    def "values and named parameters are bound in the order of the text on #dialect.name()"() {
        given:
        def parts = [set  : new Assignments.Values([n: new SqlExpression('n + :by'), 'select': 'x', at: new SqlExpression('now()')]),
                     where: new Condition.Matches([m: null, k: [1, 2]]), parameters: [by: 5]]

        expect:
        said(batches(dialect, backfill(parts), ID).update(null, ['9'])) == expected

        where:
        dialect               || expected
        new PostgresDialect() || ['UPDATE videos SET n = n + ?, "select" = ?, at = now() WHERE id <= CAST(? AS bigint) AND (m IS NULL AND k = ANY (?)) IS TRUE', [5, 'x', '9', [1, 2]]]
        new SqliteDialect()   || ['UPDATE videos SET n = n + ?, "select" = ?, at = CURRENT_TIMESTAMP WHERE id <= 9 AND (m IS NULL AND k IN (?, ?))', [5, 'x', 1, 2]]
    }

    def "the columns of a text are known: #text"() {
        expect:
        BatchSql.columns(new Assignments.Sql(text), new PostgresDialect().spelling().syntax()) == columns as Set

        where:
        text                                          || columns
        'a = 1'                                       || ['a']
        'a = b, "C d" = (SELECT x FROM y WHERE z = 1)' || ['a', 'C d']
        '(a, b) = (1, 2), c = d = e'                  || ['a', 'b', 'c']
        "a = f(b, c = 1) /* d = 2 */, e = 'g = h, i = j'" || ['a', 'e']
    }
}
