package dev.retort.internal.dialect.sqlite

import dev.retort.internal.operation.Operation
import dev.retort.internal.schema.Column
import dev.retort.internal.schema.ColumnType
import dev.retort.internal.schema.Constraint
import dev.retort.internal.schema.DefaultValue
import dev.retort.internal.schema.Generated
import dev.retort.internal.schema.Schema
import dev.retort.internal.schema.Table
import spock.lang.Specification

import static dev.retort.internal.testing.InSchema.tables
import static dev.retort.internal.dialect.sqlite.SqliteFile.*
import static dev.retort.internal.schema.ColumnType.Simple.*

/** Random tables, random changes: what no change speaks of is there afterwards, rows and all. */
class RebuildPropertySpec extends Specification {

    static final int ROUNDS = Integer.getInteger('retort.rounds', 60)

    private static final List<String> FEATURES = [
            '', ' COLLATE NOCASE', " DEFAULT 'd,d'", ' NOT NULL ON CONFLICT REPLACE DEFAULT 7', " CHECK (%s <> ')')",
            ' UNIQUE ON CONFLICT IGNORE', ' CONSTRAINT nn NOT NULL', ' REFERENCES p(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED',
            " -- a comment, (\n ", ' /* , */ DEFAULT (1 + 2)']
    private static final List<String> TYPES = ['', ' text', ' int', ' VARCHAR(20)', ' NUMERIC(10, 2)', ' blob', ' "odd type"', ' UNSIGNED BIG INT']
    private static final List<String> NAMES = ['a', 'B', 'order', 'two words', 'q"q', 'größe', 'CHECK', 'h']

    def "the rows and what nobody speaks of survive"() {
        expect:
        ROUNDS.times { round ->
            long seed = Long.getLong('retort.test.seed', 20261129L) + round
            def file = new SqliteFile()
            try {
                check(file, new Random(seed))
            } catch (Throwable failure) {
                throw new AssertionError("seed $seed: $failure.message", failure)
            } finally {
                file.close()
            }
        }
    }

    private static void check(SqliteFile file, Random random) {
        create(file, random)
        Model model = new Model(file)
        (1 + random.nextInt(3)).times { step ->
            List<Operation> changes = (1 + random.nextInt(4)).collect { model.change(random, "s${step}_$it") }
            file.run(random.nextBoolean() ? [batch('t', *changes)] as Operation[] : changes as Operation[])
            model.compare()
        }
    }

    private static void create(SqliteFile file, Random random) {
        boolean numbered = random.nextBoolean()
        boolean withoutRowid = !numbered && random.nextInt(4) == 0
        List<String> names = NAMES.shuffled(random).take(3 + random.nextInt(4))
        List<String> columns = names.collect { name ->
            String quoted = Names.quote(name)
            quoted + TYPES[random.nextInt(TYPES.size())] + String.format(FEATURES[random.nextInt(FEATURES.size())].replace('%s', '%1$s'), quoted)
        }
        columns << 'g' + (random.nextBoolean() ? ' int GENERATED ALWAYS AS (id * 2) STORED' : ' AS (id + 1)')
        columns.add(0, numbered ? 'id INTEGER PRIMARY KEY AUTOINCREMENT' : withoutRowid ? 'id int PRIMARY KEY' : 'id int')
        columns << 'CONSTRAINT "kept check" CHECK (id > 0)' << 'CHECK (id < 1000)'
        file.execute(
                'CREATE TABLE p(id INTEGER PRIMARY KEY AUTOINCREMENT)',
                'INSERT INTO p VALUES (1), (2), (3)',
                'CREATE TABLE t (' + columns.join(random.nextBoolean() ? ', ' : ',\n  ') + '\n)' + (withoutRowid ? ' WITHOUT ROWID' : ''),
                'CREATE TABLE child(t REFERENCES t(id) ON DELETE CASCADE)',
                'CREATE VIEW v AS SELECT id, g FROM t',
                'CREATE INDEX i_kept ON t(id DESC, g) WHERE id > 0',
                'CREATE TRIGGER tr AFTER DELETE ON t BEGIN INSERT INTO child SELECT OLD.id; END')
        5.times { row ->
            String values = names.collect { Values.literal([null, row, "v$row", 1.5d, 'it\'s'][row == 4 ? 0 : random.nextInt(5)]) }.join(', ')
            try {
                file.execute("INSERT INTO t (id, ${Names.quoted(names)}) VALUES (${row + 1}, $values)",
                        "INSERT INTO child VALUES (${row + 1})")
            } catch (org.sqlite.SQLiteException ignored) {
                // The row breaks a random constraint; the table has the others.
            }
        }
        // Foreign keys that lead nowhere are not what this is about.
        file.rows("SELECT DISTINCT \"from\" FROM pragma_foreign_key_list('t')").each { key ->
            file.execute("UPDATE OR REPLACE t SET ${Names.quote(key[0] as String)} = NULL")
        }
    }

    /** What the table must hold, kept apart from it. */
    private static final class Model {
        final SqliteFile file
        /** Names as they are now to those of the expected values; null for a column that a change made. */
        final Map<String, String> columns = [:]
        final Set<String> touched = []
        final List<Map<String, Object>> rows
        final Schema before
        final List<String> others

        Model(SqliteFile file) {
            this.file = file
            this.before = file.schema()
            tables(before).t.columns().each { columns[it.name()] = it.name() }
            this.rows = read(columns.keySet())
            this.others = rest()
        }

        private List<Map<String, Object>> read(Collection<String> names) {
            String select = names.collect { Names.quote(it) + ", typeof(${Names.quote(it)})" }.join(', ')
            file.rows("SELECT $select FROM t ORDER BY id").collect { row ->
                names.withIndex().collectEntries { name, i -> [name, [row[2 * i], row[2 * i + 1]]*.toString()] }
            }
        }

        private List<String> rest() {
            file.rows("SELECT name, sql FROM sqlite_schema WHERE name IN ('child', 'v', 'i_kept', 'tr', 'p') ORDER BY name")*.toString() +
                    file.rows('SELECT * FROM child ORDER BY 1')*.toString() + file.rows("SELECT * FROM sqlite_sequence")*.toString()
        }

        Operation change(Random random, String fresh) {
            List<String> free = columns.keySet().findAll { it != 'id' && it != 'g' && columns[it] != null } as List
            String column = free ? free[random.nextInt(free.size())] : null
            switch (column == null ? 0 : random.nextInt(8)) {
                case 0:
                    columns[fresh] = null
                    return add('t', [
                            Column.of(fresh, TEXT), Column.of(fresh, INTEGER).withNullable(false).withDefault(new DefaultValue.Literal(3)),
                            Column.of(fresh, BOOL).withDefault(new DefaultValue.Expression('1 = 1')),
                            Column.of(fresh, INTEGER).withGenerated(new Generated('id * 3', random.nextBoolean()))][random.nextInt(4)])
                case 1:
                    columns.remove(column)
                    return drop('t', column)
                case 2:
                    columns[fresh + ' renamed'] = columns.remove(column)
                    return rename('t', column, fresh + ' renamed')
                case 3:
                    touched << columns[column]
                    return nullable('t', column, true)
                case 4:
                    touched << columns[column]
                    return defaultOf('t', column, random.nextBoolean() ? null : fitting(column, fresh))
                case 5:
                    return index('t', "i_$fresh", column, 'id')
                case 6:
                    return check('t', "ck_$fresh", "id > 0 OR ${Names.quote(column)} IS NULL")
                default:
                    return unique('t', "uq_$fresh", column, 'id')
            }
        }

        /** What PostgreSQL would take for the column, whose type may be any. */
        private DefaultValue fitting(String column, String fresh) {
            switch (tables(file.schema()).t.columns().find { it.name() == column }.type()) {
                case TEXT:
                case new ColumnType.Varchar(20):
                    return new DefaultValue.Literal("d'$fresh".toString())
                case BYTES:
                    return new DefaultValue.Literal(fresh.bytes)
                default:
                    return new DefaultValue.Literal(1)
            }
        }

        void compare() {
            Map<String, String> kept = columns.findAll { it.value != null }
            List<Map<String, Object>> expected = rows.collect { row -> kept.collectEntries { now, was -> [now, row[was]] } }
            assert read(kept.keySet()) == expected
            assert rest() == others
            Table table = tables(file.schema()).t
            assert table.columns()*.name() as Set == columns.keySet()
            kept.findAll { !touched.contains(it.value) }.each { now, was ->
                Column old = tables(before).t.columns().find { it.name() == was }
                assert table.columns().find { it.name() == now } == old.named(now)
            }
            assert table.options() == tables(before).t.options()
            assert table.constraints().containsAll(tables(before).t.constraints().findAll {
                it instanceof Constraint.PrimaryKey || it instanceof Constraint.Check && it.condition().startsWith('id')
            })
            assert file.rows("SELECT name FROM sqlite_schema WHERE name LIKE '\\_retort%' ESCAPE '\\'") == []
            assert file.rows('PRAGMA integrity_check') == [['ok']]
            assert file.rows('SELECT count(*) FROM v')[0][0] == rows.size()
        }
    }
}
