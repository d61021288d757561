package dev.retort.internal.dialect.sqlite;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.dialect.Backup;
import dev.retort.internal.dialect.BatchSql;
import dev.retort.internal.dialect.Catalog;
import dev.retort.internal.dialect.Cell;
import dev.retort.internal.dialect.ClientVariables;
import dev.retort.internal.dialect.DatabaseUrl;
import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.dialect.GuardSql;
import dev.retort.internal.dialect.Keyset;
import dev.retort.internal.dialect.LoadTarget;
import dev.retort.internal.dialect.Outcome;
import dev.retort.internal.dialect.ReadScope;
import dev.retort.internal.dialect.RowSink;
import dev.retort.internal.dialect.ScriptSession;
import dev.retort.internal.dialect.Session;
import dev.retort.internal.dialect.SqlCall;
import dev.retort.internal.dialect.SqlError;
import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.dialect.Stage;
import dev.retort.internal.dialect.StepGuard;
import dev.retort.internal.dialect.TablePlace;
import dev.retort.internal.operation.Backfill;
import dev.retort.internal.operation.Execute;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.script.CatalogQuestion;
import dev.retort.internal.sql.SqlSyntax;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * SQLite, from 3.37 on. What {@code ALTER TABLE} cannot do there becomes a rebuild of the table that loses nothing,
 * without the author asking for it.
 *
 * <ul>
 *   <li>{@code now()} as a whole default or value is {@code CURRENT_TIMESTAMP}; no other expression is translated.
 *   <li>An identity column must be an integer primary key by itself, and becomes {@code INTEGER}, the rowid's alias.
 *       SQLite does not know {@code GENERATED ALWAYS}: an insert may always name a value.
 *   <li>An enumeration is a text with a check named {@code enum_<type>}; creating and dropping the type does nothing.
 *   <li>Comments are accepted and not kept. {@code concurrently} says nothing, as a writer is alone anyway; nor does
 *       {@code cascade} when an index, a trigger or a constraint is dropped. A table, a view or a column is dropped with
 *       the foreign keys, views and triggers that need it where {@code cascade} is given, and refused where it is not.
 *   <li>Constraints without a name can be dropped by the name PostgreSQL would give them.
 *   <li>A change of type converts each value as PostgreSQL does, and fails where one cannot be converted; casts in
 *       {@code using:} are put so that they do the same, see {@link Conversion}.
 *   <li>{@code notValid} says nothing, as a rebuild looks at every row; {@code validateConstraint} only looks whether there
 *       is such a constraint.
 *   <li>Intervals, arrays, exclusion constraints, index methods, operator classes, {@code include}, {@code nulls not
 *       distinct}, {@code MATCH FULL}, partitions, inheritance, storage parameters, unlogged tables and schemas are refused.
 * </ul>
 */
public final class SqliteDialect extends Dialect {

    /** SQLite leaves the number as it was wherever a statement changes no rows by itself. */
    private static final Set<String> COUNTED = Set.of("INSERT", "UPDATE", "DELETE", "REPLACE", "WITH");

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public String productName() {
        return "SQLite";
    }

    @Override
    public String driver() {
        return "org.xerial:sqlite-jdbc";
    }

    @Override
    public Optional<DatabaseUrl> url(String url, ClientVariables variables) {
        return SqliteUrl.parse(url);
    }

    @Override
    public boolean isServed() {
        return false;
    }

    @Override
    public boolean create(DatabaseUrl url) throws SQLException {
        return new DatabaseFile(url).create();
    }

    @Override
    public boolean drop(DatabaseUrl url) throws SQLException {
        return new DatabaseFile(url).drop();
    }

    @Override
    public SqlSyntax syntax() {
        return Names.SYNTAX;
    }

    @Override
    protected List<SqlStatement> spelled(Operation operation, Catalog catalog) {
        return List.copyOf(operation.accept(new Statements(catalog)));
    }

    @Override
    protected List<SqlStatement> authors(Execute operation) {
        return AuthorsSql.statements(operation);
    }

    @Override
    protected SqlStatement whole(Backfill operation) {
        return BatchSql.whole(this, operation);
    }

    @Override
    public List<SqlStatement> check(Operation operation) {
        Unsupported.refuse(operation);
        return super.check(operation);
    }

    @Override
    public LoadTarget loadTarget(QualifiedName table, Catalog catalog) {
        return Loading.target(table, catalog);
    }

    @Override
    public Object value(Cell cell, LoadTarget.@Nullable Column column) {
        return column == null ? cell.text() : Loading.value(cell, column);
    }

    /** Rows that a script has in its hands gain nothing. */
    @Override
    public boolean sinks(@Nullable Object value, LoadTarget.Column column) {
        return false;
    }

    /** There is nothing to send, and the driver does not say which row of a batch failed. */
    @Override
    public boolean gainsFromBatches(String sql) {
        return false;
    }

    @Override
    public RowSink sink(Connection connection, LoadTarget target, List<String> columns) throws SQLException {
        return InsertedRows.begin(connection, target, columns);
    }

    @Override
    public Keyset keyset() {
        return new Keys();
    }

    @Override
    public String portable(String expression) {
        return Expressions.portable(expression);
    }

    @Override
    public SqlStatement query(String sql, Map<String, @Nullable Object> parameters) {
        return AuthorsSql.query(sql, parameters);
    }

    @Override
    public boolean has(CatalogQuestion question, Catalog catalog) {
        return CatalogAnswers.has(question, catalog);
    }

    @Override
    public List<String> enumValues(QualifiedName enumeration, Catalog catalog) {
        return new EnumColumns(catalog, enumeration).values();
    }

    @Override
    public boolean countsRows(String sql) {
        return COUNTED.contains(Names.tokens(sql).get(0).upper());
    }

    @Override
    public String quote(String identifier) {
        return Names.quote(identifier);
    }

    @Override
    public String literal(@Nullable Object value) {
        return Values.literal(value);
    }

    @Override
    public String operand(@Nullable Object value) {
        return Values.operand(value);
    }

    @Override
    public void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        Values.bind(statement, index, value);
    }

    @Override
    public @Nullable Object read(ResultSet rows, int column) throws SQLException {
        return Values.read(rows, column);
    }

    @Override
    public Schema read(Connection connection, ReadScope scope) throws SQLException {
        if (!List.of(Names.MAIN).containsAll(scope.schemas())) {
            throw new RetortException(
                    RetortException.Kind.USAGE,
                    Problem.of("SQLite has no schemas, so " + String.join(", ", scope.schemas()) + " cannot be read.")
                            .withHint("Leave the schemas out."));
        }
        try {
            return Introspection.of(SchemaRow.all(Queries.catalog(connection)), scope.leftOut());
        } catch (Queries.Failed e) {
            throw e.failure();
        }
    }

    @Override
    public TablePlace place(Connection connection, List<QualifiedName> tables) throws SQLException {
        String asked = tables.stream().map(table -> "lower(?)").collect(Collectors.joining(", "));
        Object[] names = tables.stream().map(QualifiedName::name).toArray();
        Set<String> found = Queries.rows(connection, """
                        SELECT name FROM main.sqlite_schema
                        WHERE type IN ('table', 'view') AND lower(name) IN (""" + asked + ")", names).stream()
                .map(row -> Names.key(String.valueOf(row.get("name"))))
                .collect(Collectors.toSet());
        String schema = tables.get(0).schema();
        return new TablePlace(
                schema == null ? Names.MAIN : schema,
                tables.stream()
                        .filter(table -> found.contains(Names.key(table.name())))
                        .collect(Collectors.toSet()));
    }

    @Override
    public Optional<Connection> shadow(Optional<Connection> original) throws SQLException {
        try {
            Catalog empty = (sql, parameters) -> List.of();
            Catalog catalog = original.map(Queries::catalog).orElse(empty);
            return Optional.of(ShadowSchema.copy(catalog));
        } catch (Queries.Failed e) {
            throw e.failure();
        }
    }

    @Override
    public Backup backup(Connection connection, Optional<DatabaseUrl> url, @Nullable String program)
            throws SQLException {
        return new SqliteBackup(
                OpenFile.of(connection).map(file -> file.path().toString()).orElse(""));
    }

    @Override
    public Stage stage(Connection connection, Session session, Runnable check) throws SQLException {
        return CopiedDatabase.of(connection, check);
    }

    @Override
    public Session session(Connection connection) throws SQLException {
        return new SqliteSession(connection);
    }

    @Override
    public List<String> openingStatements() {
        return List.of(SqliteSession.FOREIGN_KEYS_OFF);
    }

    @Override
    public ScriptSession scriptSession(Optional<Connection> shadow) {
        return new ShellSession(shadow);
    }

    @Override
    public String scriptText(String sql) {
        return ShellText.of(sql);
    }

    @Override
    public GuardSql guard(StepGuard guard) {
        return new Guard(guard).sql();
    }

    @Override
    public String beginStatement() {
        return SqliteSession.BEGIN;
    }

    /** What may not, does no harm a second time. */
    @Override
    public boolean runsInTransaction(SqlStatement statement) {
        return !statement.outsideTransaction() && !setsUpConnection(statement);
    }

    @Override
    public Outcome outcome(SqlStatement statement, Catalog catalog, boolean refused) {
        return Outcome.NOT_DONE;
    }

    @Override
    public boolean setsUpConnection(SqlStatement statement) {
        return Names.tokens(statement.sql()).get(0).isWord("PRAGMA");
    }

    /** The driver would take {@code backup to 'file'} for a command of its own, and write the file. */
    @Override
    public boolean preparesEveryText() {
        return true;
    }

    @Override
    public <R> R confined(Connection connection, String sql, SqlCall<R> call) throws SQLException {
        return Confinement.run(connection, sql, call);
    }

    @Override
    public SqlError explain(SQLException failure) {
        return Failures.explain(failure);
    }

    /** A file has no sessions; {@link Session#begin()} takes the write lock of the database itself. */
    @Override
    public boolean supportsSessionLock() {
        return false;
    }

    @Override
    public boolean tryLock(Connection connection, String lockName) {
        throw noSessionLock();
    }

    @Override
    public void unlock(Connection connection, String lockName) {
        throw noSessionLock();
    }

    @Override
    public Optional<String> lockHolder(Connection connection, String lockName) {
        throw noSessionLock();
    }

    private static IllegalStateException noSessionLock() {
        return new IllegalStateException("SQLite has no session locks; supportsSessionLock() says so");
    }
}
