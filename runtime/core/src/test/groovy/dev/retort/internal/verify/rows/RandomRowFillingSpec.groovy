package dev.retort.internal.verify.rows

import dev.retort.internal.difference.Difference
import dev.retort.internal.fold.Folding
import dev.retort.internal.operation.Operation
import dev.retort.internal.run.statement.StatementRunner
import dev.retort.internal.schema.Schema
import dev.retort.internal.testing.RandomOperations
import dev.retort.internal.testing.TestDatabase
import java.sql.Connection
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Tag

/** The tables of random schemas get rows, and the same ones for the same seed. */
@Tag('database')
class RandomRowFillingSpec extends Specification {

    /** More: {@code -Dretort.rounds=1000}, from another one: {@code -Dretort.test.seed=…}. */
    static final int ROUNDS = Integer.getInteger('retort.rounds', 8)
    static final long SEED = Long.getLong('retort.test.seed', 20261130L)

    @Shared
    TestDatabase server = TestDatabase.postgresql()

    def cleanupSpec() {
        server.close()
    }

    def "on #kind, every table of the schema of the seed #seed has rows, and twice the same"() {
        when:
        def first = filled(kind, seed)
        def second = filled(kind, seed)

        then:
        first.unfilled == []
        first.rows.keySet() == second.rows.keySet()
        first.rows.findAll { name, rows -> rows.isEmpty() || rows != second.rows[name] } == [:]

        where:
        [kind, seed] << [['sqlite', 'postgresql'], (0..<ROUNDS).collect { SEED + it }].combinations()
    }

    private Map<String, Object> filled(String kind, long seed) {
        def database = kind == 'sqlite' ? TestDatabase.sqlite() : server
        def dialect = FilledDatabase.dialect(database)
        if (kind != 'sqlite') {
            database.execute('DROP SCHEMA public CASCADE', 'CREATE SCHEMA public')
        }
        List<Operation> operations = new RandomOperations(new Random(seed), dialect, false).some(Schema.EMPTY, 14)
        def folded = new Folding(dialect.folding()).after(Schema.EMPTY, operations)
        try {
            return database.open().withCloseable { Connection connection ->
                create(connection, folded, dialect)
                def schema = FilledDatabase.schema(connection, dialect)
                def unfilled = new RowFilling(dialect, 4, new Random(seed)).fill(connection, schema)
                [unfilled: unfilled, rows: rows(connection, schema, dialect)]
            }
        } finally {
            if (kind == 'sqlite') {
                database.close()
            }
        }
    }

    private static void create(Connection connection, Schema schema, dialect) {
        def operations = Difference.between(Schema.EMPTY, schema, dialect.difference()).operations()
        def runner = new StatementRunner(dialect, connection)
        dialect.sessions().session(connection).withCloseable { session ->
            session.begin()
            operations.each { operation -> dialect.spelling().statements(operation, runner).each { runner.run(it) } }
            session.commit()
        }
    }

    private static Map<String, List<List<String>>> rows(Connection connection, Schema schema, dialect) {
        StoredRows stored = StoredRows.read(connection, schema, dialect)
        stored.@tables.collectEntries { name, table -> [name.toString(), table.rows(table.columns()).sort { it.toString() }] }
    }
}
