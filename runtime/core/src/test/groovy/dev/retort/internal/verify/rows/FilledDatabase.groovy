package dev.retort.internal.verify.rows

import dev.retort.internal.dialect.Dialect
import dev.retort.internal.dialect.Dialects
import dev.retort.internal.dialect.ReadScope
import dev.retort.internal.schema.QualifiedName
import dev.retort.internal.schema.Schema
import dev.retort.internal.testing.TestDatabase
import java.sql.Connection

/** A database that a spec declares by SQL and has filled. */
final class FilledDatabase implements Closeable {

    static final long SEED = Long.getLong('retort.test.seed', 20261130L)

    /** Retort's own tables. */
    static final Set<QualifiedName> OWN = ['retort_version', 'retort_history', 'retort_progress'].collect { QualifiedName.of(it) } as Set

    final TestDatabase database
    final Dialect dialect
    final List<RowFilling.Unfilled> unfilled

    private FilledDatabase(TestDatabase database, int rows, long seed, List<String> schemas) {
        this.database = database
        this.dialect = dialect(database)
        this.unfilled = fill(rows, seed, schemas)
    }

    /** One that a spec has made already. */
    static FilledDatabase of(TestDatabase database, int rows = 5, long seed = SEED, List<String> schemas = []) {
        new FilledDatabase(database, rows, seed, schemas)
    }

    static FilledDatabase of(String kind, List<String> statements, int rows = 5) {
        TestDatabase database = TestDatabase.of(kind)
        database.execute(statements as String[])
        of(database, rows)
    }

    List<RowFilling.Unfilled> fill(int rows, long seed, List<String> schemas = []) {
        database.open().withCloseable { Connection connection ->
            new RowFilling(dialect, rows, new Random(seed)).fill(connection, schema(connection, dialect, schemas))
        }
    }

    static Dialect dialect(TestDatabase database) {
        Dialects.ofUrl(database.jdbcUrl).dialect()
    }

    static Schema schema(Connection connection, Dialect dialect, List<String> schemas = []) {
        dialect.reading().read(connection, new ReadScope(schemas, OWN))
    }

    /** The rows of any database. */
    static StoredRows read(TestDatabase database) {
        database.open().withCloseable { Connection connection -> StoredRows.read(connection, schema(connection, dialect(database)), dialect(database)) }
    }

    List<List<Object>> query(String sql) {
        database.rows(sql)
    }

    int count(String table) {
        query("SELECT count(*) FROM $table")[0][0] as int
    }

    @Override
    void close() {
        database.close()
    }
}
