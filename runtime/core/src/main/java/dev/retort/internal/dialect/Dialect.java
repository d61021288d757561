package dev.retort.internal.dialect;

import dev.retort.internal.operation.Backfill;
import dev.retort.internal.operation.BulkInsert;
import dev.retort.internal.operation.Execute;
import dev.retort.internal.operation.ExecuteFile;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.Work;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.script.CatalogQuestion;
import dev.retort.internal.script.Row;
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

/**
 * One kind of database: how operations are spelt there, and how it behaves. Everything that differs between databases
 * is a method here; nobody asks a dialect for its type. Stateless and safe for any number of threads.
 */
public abstract class Dialect {

    /** {@code postgresql}, {@code sqlite}: as in a JDBC URL, and what {@code Channel.dialect()} tells a script. */
    public abstract String name();

    /** The name the driver gives the product, as people write it. */
    public abstract String productName();

    /** The library with the database's driver, as {@code group:artifact}; an application brings it itself. */
    public abstract String driver();

    public abstract SqlSyntax syntax();

    /**
     * Where a URL leads, if it is one of this database's: its JDBC form, or the form of its own tools and of
     * SQLAlchemy.
     *
     * @param variables that count where the URL does not say it
     * @throws dev.retort.RetortException of the kind USAGE where it is one, but not well-formed
     */
    public abstract Optional<DatabaseUrl> url(String url, ClientVariables variables);

    /** Whether a server stands before the database, which may still be starting. */
    public abstract boolean isServed();

    /**
     * Creates the database itself, without anything in it.
     *
     * @return false where it exists
     */
    public abstract boolean create(DatabaseUrl url) throws SQLException;

    /**
     * Drops the database itself, with all that is in it.
     *
     * @return false where it does not exist
     */
    public abstract boolean drop(DatabaseUrl url) throws SQLException;

    // ---- SQL ----

    /**
     * What one operation is here, in the order it is to be run. Never touches the database but through the catalog.
     *
     * @throws dev.retort.RetortException of the kind SCRIPT where this database cannot do it; the sentence says
     *     which one can, or what to write instead
     */
    public final List<SqlStatement> statements(Operation operation, Catalog catalog) {
        return operation instanceof Work work ? work.accept(new WorkSql(this)) : spelled(operation, catalog);
    }

    /** The same for everything but the engine's {@link Work}. */
    protected abstract List<SqlStatement> spelled(Operation operation, Catalog catalog);

    /** The statements that an author wrote, with their values bound. */
    protected abstract List<SqlStatement> authors(Execute operation);

    /** A backfill as one statement; a run goes by batches. */
    protected abstract SqlStatement whole(Backfill operation);

    /** What the engine's work is as SQL, where it has none that goes by parts. */
    private record WorkSql(Dialect dialect) implements Work.Visitor<List<SqlStatement>> {

        @Override
        public List<SqlStatement> execute(Execute operation) {
            return dialect.authors(operation);
        }

        @Override
        public List<SqlStatement> executeFile(ExecuteFile operation) {
            throw new IllegalStateException("the statements of " + operation.file() + " are made one by one");
        }

        @Override
        public List<SqlStatement> bulkInsert(BulkInsert operation) {
            throw new IllegalStateException("rows are loaded into " + operation.table() + " by handfuls");
        }

        @Override
        public List<SqlStatement> backfill(Backfill operation) {
            return List.of(dialect.whole(operation));
        }
    }

    /**
     * Refuses what this database cannot do whatever it holds; what only a look at it can tell passes.
     *
     * @return the statements, where they can be told without that look
     * @throws dev.retort.RetortException as {@link #statements} does
     */
    public List<SqlStatement> check(Operation operation) {
        try {
            return statements(operation, new Nowhere());
        } catch (Unseen e) {
            // That is for the run to see.
            return List.of();
        }
    }

    /**
     * Refuses what only a later version of this database knows.
     *
     * @throws dev.retort.RetortException of the kind SCRIPT with the version that is needed
     */
    public void check(SqlStatement statement, ServerVersion server) {}

    private static final class Nowhere implements Catalog {
        @Override
        public List<Row> query(String sql, Object... parameters) {
            throw new Unseen();
        }

        @Override
        public boolean canLook() {
            return false;
        }
    }

    private static final class Unseen extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unseen() {
            super("there is no database to look at", null, false, false);
        }
    }

    /**
     * A question that an author asks, checked as the text of an {@link dev.retort.internal.operation.Execute} is.
     *
     * @throws dev.retort.RetortException of the kind SCRIPT where it is not one statement, or one that no migration
     *     may run
     */
    public abstract SqlStatement query(String sql, Map<String, @Nullable Object> parameters);

    /** Whether the database has what a script asks for. */
    public abstract boolean has(CatalogQuestion question, Catalog catalog);

    /**
     * The values of an enumeration, in their order; none where the database has no enumerations of their own and no
     * column is of this one.
     *
     * @throws dev.retort.RetortException of the kind SCRIPT where there is none of this name
     */
    public abstract List<String> enumValues(QualifiedName enumeration, Catalog catalog);

    /** Whether what the driver says of changed rows is of this statement, and not of one before it. */
    public boolean countsRows(String sql) {
        return true;
    }

    /** The identifier as SQL: quoted when it must be. */
    public abstract String quote(String identifier);

    /** The name of a table or another object as SQL. */
    public final String quote(QualifiedName name) {
        return name.schema() == null ? quote(name.name()) : quote(name.schema()) + "." + quote(name.name());
    }

    /** The value as SQL text that means the same as binding it would. */
    public abstract String literal(@Nullable Object value);

    /**
     * The value as SQL text in the place of a parameter, wherever that stands: of the type that binding it would say, and
     * an operand of any operator.
     */
    public abstract String operand(@Nullable Object value);

    /** Binds a plain value (text, numbers, booleans, java.time, UUID, bytes, lists) so that the column's type decides. */
    public abstract void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException;

    /** Reads a column as a plain value, never as a class of the driver. */
    public abstract @Nullable Object read(ResultSet rows, int column) throws SQLException;

    // ---- many rows ----

    /**
     * What makes the numbers that the database gives go on after the highest value in each of these columns that is
     * numbered; empty where they do so anyway.
     *
     * @param columns those for which rows brought their own values
     */
    public Optional<SqlStatement> numbering(QualifiedName table, Collection<String> columns) {
        return Optional.empty();
    }

    /**
     * The table that rows are to be loaded into.
     *
     * @throws dev.retort.RetortException of the kind SCRIPT where there is none of this name
     */
    public abstract LoadTarget loadTarget(QualifiedName table, Catalog catalog);

    /**
     * What a file's value is in a column.
     *
     * @param column null where no database is at hand to tell
     * @throws dev.retort.RetortException of the kind SCRIPT where it is none of the column's type
     */
    public abstract Object value(Cell cell, LoadTarget.@Nullable Column column);

    /**
     * An insert of rows of JSON that leaves it to the server what a value is in a column, for where no database is at
     * hand to tell; empty where {@link #value} can do without.
     *
     * @param rows an array of objects, as text
     */
    public Optional<SqlStatement> insertOfJson(QualifiedName table, List<String> columns, String rows) {
        return Optional.empty();
    }

    /** Whether a value that goes through {@link #sink} becomes what it would become when bound. */
    public abstract boolean sinks(@Nullable Object value, LoadTarget.Column column);

    /** Whether many rows of a statement cost less when they are sent together, and can be. */
    public abstract boolean gainsFromBatches(String sql);

    /** The fast way into a table that is {@link LoadTarget#fast}. */
    public abstract RowSink sink(Connection connection, LoadTarget target, List<String> columns) throws SQLException;

    /** Whether a file of SQL may be a dump: rows follow a {@code COPY … FROM STDIN} in it. */
    public boolean readsDumps() {
        return false;
    }

    /** Where rows go that follow a statement in a dump. */
    public RowSink copy(Connection connection, String sql) throws SQLException {
        throw new IllegalStateException("readsDumps() says that there are none");
    }

    /** How tables are gone through by their keys. */
    public abstract Keyset keyset();

    /** An author's expression, where the database has another word for what every portable script says. */
    public String portable(String expression) {
        return expression;
    }

    // ---- the database as it stands ----

    /**
     * Reads what the database holds besides its rows, as it is at one moment, in a number of queries that does not depend on
     * how much that is. Where the connection is in a transaction, what that one sees.
     */
    public abstract Schema read(Connection connection, ReadScope scope) throws SQLException;

    /**
     * Looks in one round trip where tables are, or what can be read like one, that belong into one schema. A temporary table
     * is none of them, though it comes first wherever its name is written alone.
     *
     * @param tables all without a schema, or all of the same one; the first of them that exists decides
     */
    public abstract TablePlace place(Connection connection, List<QualifiedName> tables) throws SQLException;

    /** Whether there is a table, or something that can be read like one, of this name. */
    public final boolean hasTable(Connection connection, QualifiedName table) throws SQLException {
        return !place(connection, List.of(table)).existing().isEmpty();
    }

    /** How many characters a column of text takes; empty where it takes any number. */
    public OptionalInt longestText(Connection connection, QualifiedName table, String column) throws SQLException {
        return OptionalInt.empty();
    }

    /** A database of its own, in memory, with the same schema and no rows, to make SQL against; empty where none is needed. */
    public abstract Optional<Connection> shadow(Optional<Connection> original) throws SQLException;

    /**
     * A way to copy the whole database into a file.
     *
     * @param url empty where the connection is a caller's
     * @param program to do it with, where the database needs one; null means the usual one, from the path
     * @throws dev.retort.RetortException of the kind FAILED where there is no way
     */
    public abstract Backup backup(Connection connection, Optional<DatabaseUrl> url, @Nullable String program)
            throws SQLException;

    /**
     * Sets the stage for a rehearsal.
     *
     * @param session of the connection, in no transaction; whoever opened it closes it
     * @param check asked now and then; what it throws ends what is made ready
     * @throws dev.retort.RetortException of the kind FAILED where there is no room
     */
    public abstract Stage stage(Connection connection, Session session, Runnable check) throws SQLException;

    // ---- running ----

    /** Whether what the operation added can be used only when the transaction has been committed. */
    public boolean takesEffectAtCommit(Operation operation) {
        return false;
    }

    /** Whether something was refused because it uses what takes effect at a commit that has not been made. */
    public boolean needsCommitBefore(SqlError error) {
        return false;
    }

    public abstract Session session(Connection connection) throws SQLException;

    /** What {@link Session} does at the beginning, as SQL text for a script. */
    public abstract List<String> openingStatements();

    /**
     * What {@link Session} sees to, for a script.
     *
     * @param shadow see {@link #shadow}; the statements are run on it
     */
    public abstract ScriptSession scriptSession(Optional<Connection> shadow);

    /**
     * A statement as a script for the database's own shell must say it, so that the shell takes nothing in it for its own.
     *
     * @throws dev.retort.RetortException of the kind SCRIPT where the shell would do something else whatever is written
     */
    public abstract String scriptText(String sql);

    /** How a step of a script keeps itself from being run where it does not belong. */
    public abstract GuardSql guard(StepGuard guard);

    /** What {@link Session#begin()} runs, as SQL text for a script. */
    public abstract String beginStatement();

    /**
     * Whether an author's statement may as well run in a transaction of its own, together with a note that it ran: then
     * it is never in doubt whether it did. False in doubt.
     */
    public abstract boolean runsInTransaction(SqlStatement statement);

    /**
     * What became of a statement that {@linkplain #runsInTransaction cannot run in a transaction}, and whose end nobody
     * saw.
     *
     * @param refused the database answered with an error
     */
    public abstract Outcome outcome(SqlStatement statement, Catalog catalog, boolean refused);

    /** Whether the statement only sets up the connection, so that each new one needs it again. */
    public abstract boolean setsUpConnection(SqlStatement statement);

    /**
     * Whether a text is to be prepared even where it has no parameters, because the driver knows commands of its own in
     * what it is only to run.
     */
    public boolean preparesEveryText() {
        return false;
    }

    /**
     * Runs one statement on the connection of a {@link Session}, in such a way that the database itself keeps it to
     * what migrations may do, as far as it can.
     *
     * @throws dev.retort.RetortException of the kind SCRIPT where the statement did what none may do; it was undone
     */
    public <R> R confined(Connection connection, String sql, SqlCall<R> call) throws SQLException {
        return call.run();
    }

    /**
     * What the role at the other end may do beyond its databases, as a sentence; empty where it is no more than
     * migrations need, and where there are no roles.
     */
    public Optional<String> excessOfRole(Connection connection) throws SQLException {
        return Optional.empty();
    }

    /** Whether what the database said of a statement is to be heeded; else it is a mere notice. */
    public boolean isWarning(SQLWarning said) {
        return true;
    }

    /** What was refused, and why. */
    public abstract SqlError explain(SQLException failure);

    /** The same, the position being one in the statement's own text, whatever the driver made of its parameters. */
    public SqlError explain(SQLException failure, SqlStatement statement) {
        return explain(failure);
    }

    // ---- one runner at a time ----

    /** Whether runners can be kept apart by a lock of a connection's session; if not, the transaction's own lock must do. */
    public abstract boolean supportsSessionLock();

    /** Takes the lock of that name for this connection, at once or not at all. */
    public abstract boolean tryLock(Connection connection, String lockName) throws SQLException;

    /**
     * Makes sure that a lock just taken is worth something, and does not outlive its holder where the database can see to
     * that.
     *
     * @param lock the connection that holds it
     * @param work the connection of a {@link Session}, in no transaction; maybe the same one
     * @throws dev.retort.RetortException where something stands between us and the database that makes it void
     */
    public void checkLock(Connection lock, Connection work, String lockName) throws SQLException {}

    /** Whether the connection's session still has the lock of that name. */
    public boolean holdsLock(Connection connection, String lockName) throws SQLException {
        return true;
    }

    public abstract void unlock(Connection connection, String lockName) throws SQLException;

    /** A way to look, from one connection, who keeps the statement of another one waiting. */
    public Blockers blockers(Connection observer, Connection observed) throws SQLException {
        return List::of;
    }

    /** Who holds the lock, as half a sentence ({@code pid 4711, app "billing", user "app", from 10.0.0.7, since 10:15:02}). */
    public abstract Optional<String> lockHolder(Connection connection, String lockName) throws SQLException;
}
