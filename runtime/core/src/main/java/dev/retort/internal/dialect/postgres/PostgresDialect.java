package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.Backup;
import dev.retort.internal.dialect.BatchSql;
import dev.retort.internal.dialect.Blockers;
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
import dev.retort.internal.dialect.ServerVersion;
import dev.retort.internal.dialect.Session;
import dev.retort.internal.dialect.SqlError;
import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.dialect.Stage;
import dev.retort.internal.dialect.StepGuard;
import dev.retort.internal.dialect.TablePlace;
import dev.retort.internal.operation.AddEnumValue;
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
import java.sql.SQLWarning;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** PostgreSQL: everything it can do, it does itself, inside a transaction. */
public final class PostgresDialect extends Dialect {

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public String productName() {
        return "PostgreSQL";
    }

    @Override
    public String driver() {
        return "org.postgresql:postgresql";
    }

    @Override
    public Optional<DatabaseUrl> url(String url, ClientVariables variables) {
        return PostgresUrl.parse(url, variables);
    }

    @Override
    public boolean isServed() {
        return true;
    }

    @Override
    public boolean create(DatabaseUrl url) throws SQLException {
        return new ServerDatabase(url).create();
    }

    @Override
    public boolean drop(DatabaseUrl url) throws SQLException {
        return new ServerDatabase(url).drop();
    }

    @Override
    public SqlSyntax syntax() {
        return PostgresSyntax.SYNTAX;
    }

    @Override
    protected List<SqlStatement> spelled(Operation operation, Catalog catalog) {
        return new ConstraintLookup(catalog).settled(operation).accept(new Statements(catalog));
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
    public void check(SqlStatement statement, ServerVersion server) {
        NewerSyntax.check(statement.sql(), server);
    }

    @Override
    public Optional<SqlStatement> numbering(QualifiedName table, Collection<String> columns) {
        return columns.isEmpty() ? Optional.empty() : Optional.of(Numbering.after(table, columns));
    }

    @Override
    public LoadTarget loadTarget(QualifiedName table, Catalog catalog) {
        return Loading.target(table, catalog);
    }

    @Override
    public Object value(Cell cell, LoadTarget.@Nullable Column column) {
        return Loading.value(cell, column);
    }

    @Override
    public Optional<SqlStatement> insertOfJson(QualifiedName table, List<String> columns, String rows) {
        return Optional.of(Loading.insertOfJson(table, columns, rows));
    }

    @Override
    public boolean sinks(@Nullable Object value, LoadTarget.Column column) {
        return CopyRows.takes(value, column.type());
    }

    @Override
    public boolean gainsFromBatches(String sql) {
        return AuthorsSql.onlyChangesRows(sql);
    }

    @Override
    public RowSink sink(Connection connection, LoadTarget target, List<String> columns) throws SQLException {
        return CopyRows.begin(connection, target, columns);
    }

    @Override
    public boolean readsDumps() {
        return true;
    }

    @Override
    public RowSink copy(Connection connection, String sql) throws SQLException {
        return CopyRows.begin(connection, sql);
    }

    @Override
    public Keyset keyset() {
        return new Keys();
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
        return CatalogAnswers.enumValues(enumeration, catalog);
    }

    @Override
    public String quote(String identifier) {
        return Identifiers.quote(identifier);
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
    public OptionalInt longestText(Connection connection, QualifiedName table, String column) throws SQLException {
        return ColumnWidth.of(connection, Identifiers.quote(table), column);
    }

    @Override
    public Schema read(Connection connection, ReadScope scope) throws SQLException {
        return Introspection.read(connection, scope);
    }

    @Override
    public TablePlace place(Connection connection, List<QualifiedName> tables) throws SQLException {
        return MetadataTablesQuery.place(connection, tables);
    }

    @Override
    public Optional<Connection> shadow(Optional<Connection> original) {
        return Optional.empty();
    }

    /**
     * "unsafe use of new value": in a default, a query, anything. Before version 17 that holds even where the type itself
     * was created in the same transaction.
     */
    @Override
    public boolean takesEffectAtCommit(Operation operation) {
        return operation instanceof AddEnumValue;
    }

    @Override
    public boolean needsCommitBefore(SqlError error) {
        return EnumValues.NEW_VALUE.equals(error.state());
    }

    @Override
    public Backup backup(Connection connection, Optional<DatabaseUrl> url, @Nullable String program)
            throws SQLException {
        DatabaseUrl address = url.isPresent() ? url.get() : PostgresUrl.of(connection);
        return PgDump.of(program == null ? "pg_dump" : program, connection, address);
    }

    @Override
    public Stage stage(Connection connection, Session session, Runnable check) {
        return new HeldTransaction(connection, session);
    }

    @Override
    public Session session(Connection connection) throws SQLException {
        return PostgresSession.open(connection);
    }

    @Override
    public List<String> openingStatements() {
        return List.of(PsqlSession.ENCODING, "SET standard_conforming_strings = on");
    }

    @Override
    public ScriptSession scriptSession(Optional<Connection> shadow) {
        return new PsqlSession(openingStatements());
    }

    @Override
    public String scriptText(String sql) {
        return PsqlText.of(sql);
    }

    @Override
    public GuardSql guard(StepGuard guard) {
        return new Guard(guard).sql();
    }

    @Override
    public String beginStatement() {
        return "BEGIN";
    }

    @Override
    public boolean runsInTransaction(SqlStatement statement) {
        return StandaloneStatement.runsInTransaction(statement.sql());
    }

    @Override
    public Outcome outcome(SqlStatement statement, Catalog catalog, boolean refused) {
        return new StandaloneStatement(statement.sql(), catalog).outcome(refused);
    }

    @Override
    public boolean setsUpConnection(SqlStatement statement) {
        return StandaloneStatement.setsUpConnection(statement.sql());
    }

    @Override
    public Optional<String> excessOfRole(Connection connection) throws SQLException {
        return RoleRights.of(connection).excess();
    }

    @Override
    public boolean isWarning(SQLWarning said) {
        return Failures.isWarning(said);
    }

    @Override
    public SqlError explain(SQLException failure) {
        return Failures.explain(failure);
    }

    @Override
    public SqlError explain(SQLException failure, SqlStatement statement) {
        return Failures.explain(failure, statement);
    }

    @Override
    public boolean supportsSessionLock() {
        return true;
    }

    @Override
    public boolean tryLock(Connection connection, String lockName) throws SQLException {
        return AdvisoryLock.named(lockName).tryTake(connection);
    }

    @Override
    public void checkLock(Connection lock, Connection work, String lockName) throws SQLException {
        new PoolerCheck(lock, work, AdvisoryLock.named(lockName)).run();
        // Not before: it would stay with a backend of somebody else's.
        KeepAlive.ask(lock);
        if (work != lock) {
            KeepAlive.ask(work);
        }
    }

    @Override
    public boolean holdsLock(Connection connection, String lockName) throws SQLException {
        return AdvisoryLock.named(lockName).isHeldBy(connection);
    }

    @Override
    public void unlock(Connection connection, String lockName) throws SQLException {
        AdvisoryLock.named(lockName).release(connection);
        KeepAlive.reset(connection);
    }

    @Override
    public Blockers blockers(Connection observer, Connection observed) throws SQLException {
        return BlockingSessions.of(observer, observed);
    }

    @Override
    public Optional<String> lockHolder(Connection connection, String lockName) throws SQLException {
        return AdvisoryLock.named(lockName).holder(connection);
    }
}
