package dev.retort.internal.dialect.sqlite

import dev.retort.internal.dialect.Catalog
import dev.retort.internal.dialect.ReadScope
import dev.retort.internal.dialect.Session
import dev.retort.internal.dialect.SqlStatement
import dev.retort.internal.operation.AddColumn
import dev.retort.internal.operation.AddConstraint
import dev.retort.internal.operation.AlterColumn
import dev.retort.internal.operation.BatchAlterTable
import dev.retort.internal.operation.Change
import dev.retort.internal.operation.ColumnChange
import dev.retort.internal.operation.CreateIndex
import dev.retort.internal.operation.DropColumn
import dev.retort.internal.operation.DropConstraint
import dev.retort.internal.operation.Operation
import dev.retort.internal.schema.Column
import dev.retort.internal.schema.ColumnType
import dev.retort.internal.schema.Constraint
import dev.retort.internal.schema.DefaultValue
import dev.retort.internal.schema.Deferral
import dev.retort.internal.schema.Index
import dev.retort.internal.schema.QualifiedName
import dev.retort.internal.schema.Schema
import dev.retort.internal.testing.TestDatabase
import groovy.transform.CompileStatic
import java.sql.Connection
import java.sql.PreparedStatement

/** A database file to run operations on, the way a runner does; and short ways to say operations. */
@CompileStatic
final class SqliteFile implements Closeable {

    static final SqliteDialect DIALECT = new SqliteDialect()

    @Delegate(includes = ['execute', 'rows', 'open', 'getJdbcUrl'])
    private final TestDatabase database = TestDatabase.sqlite()

    /** In one transaction, all or nothing. */
    List<String> run(Operation... operations) {
        Connection connection = open()
        try {
            return run(connection, operations)
        } finally {
            connection.close()
        }
    }

    static List<String> run(Connection connection, Operation... operations) {
        List<String> texts = []
        Session session = DIALECT.sessions().session(connection)
        try {
            session.begin()
            operations.each { Operation operation ->
                DIALECT.spelling().statements(operation, Queries.catalog(connection)).each { SqlStatement statement ->
                    texts << statement.sql()
                    execute(connection, statement)
                }
            }
            session.commit()
        } catch (Throwable e) {
            session.rollback()
            throw e
        } finally {
            session.close()
        }
        texts
    }

    static void execute(Connection connection, SqlStatement statement) {
        PreparedStatement prepared = connection.prepareStatement(statement.sql())
        try {
            List<List<Object>> runs = statement.parameterRows().empty ? [[]] as List<List<Object>> : statement.parameterRows()
            runs.each { List<Object> row ->
                row.eachWithIndex { Object value, int i -> DIALECT.execution().bind(prepared, i + 1, value) }
                prepared.execute()
            }
        } finally {
            prepared.close()
        }
    }

    /** The statements of one operation, without running them. */
    List<String> texts(Operation operation) {
        Connection connection = open()
        try {
            return DIALECT.spelling().statements(operation, Queries.catalog(connection))*.sql()
        } finally {
            connection.close()
        }
    }

    Schema schema() {
        Connection connection = open()
        try {
            return DIALECT.reading().read(connection, ReadScope.FIRST_SCHEMA)
        } finally {
            connection.close()
        }
    }

    /** Everything in the database, as text. */
    List<String> snapshot() {
        List<String> all = rows('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name')*.toString()
        rows("SELECT name FROM sqlite_schema WHERE type = 'table'").each { List<Object> table ->
            all.addAll(rows('SELECT * FROM "' + table[0] + '" ORDER BY 1')*.toString())
        }
        all
    }

    String sql(String name) {
        rows("SELECT sql FROM sqlite_schema WHERE name = '$name'")[0][0] as String
    }

    @Override
    void close() {
        database.close()
    }

    // ---- operations ----

    static QualifiedName name(String name) {
        QualifiedName.of(name)
    }

    static AddColumn add(String table, Column column, Constraint... constraints) {
        new AddColumn(name(table), column, constraints as List, null, false)
    }

    static DropColumn drop(String table, String column, boolean cascade = false) {
        new DropColumn(name(table), column, false, cascade, null)
    }

    static AlterColumn alter(String table, String column, ColumnChange change) {
        new AlterColumn(name(table), column, change, ColumnChange.NONE)
    }

    static AlterColumn rename(String table, String column, String newName) {
        alter(table, column, ColumnChange.rename(newName))
    }

    static AlterColumn retype(String table, String column, ColumnType type, String using = null) {
        alter(table, column, new ColumnChange(null, type, null, null, null, using))
    }

    static AlterColumn nullable(String table, String column, boolean nullable) {
        alter(table, column, new ColumnChange(null, null, nullable, null, null, null))
    }

    static AlterColumn defaultOf(String table, String column, DefaultValue value) {
        alter(table, column, new ColumnChange(null, null, null, new Change<>(value), null, null))
    }

    static AddConstraint constraint(String table, Constraint constraint) {
        new AddConstraint(name(table), constraint)
    }

    static AddConstraint unique(String table, String name, String... columns) {
        constraint(table, new Constraint.Unique(name, columns as List, Deferral.NOT_DEFERRABLE, false))
    }

    static AddConstraint check(String table, String name, String condition) {
        constraint(table, new Constraint.Check(name, condition, false))
    }

    static Constraint.ForeignKey reference(String name, String column, String parent, String onDelete = null) {
        new Constraint.ForeignKey(name, [column], QualifiedName.of(parent), ['id'], onDelete, null, null, Deferral.NOT_DEFERRABLE, false)
    }

    static DropConstraint dropConstraint(String table, String name) {
        new DropConstraint(name, SqliteFile.name(table), null, false, false, null)
    }

    static CreateIndex index(String table, String name, String... columns) {
        new CreateIndex(indexOf(table, name, columns), false, false)
    }

    static Index indexOf(String table, String name, String... columns) {
        List<Index.Element> elements = columns.collect { String column -> (Index.Element) new Index.Element.ColumnName(column) }
        new Index(name, SqliteFile.name(table), elements, false, null, [], null, false)
    }

    static BatchAlterTable batch(String table, Operation... changes) {
        new BatchAlterTable(name(table), changes as List)
    }
}
