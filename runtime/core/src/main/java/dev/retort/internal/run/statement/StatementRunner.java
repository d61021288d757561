package dev.retort.internal.run.statement;

import dev.retort.Cancellation;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.dialect.Catalog;
import dev.retort.internal.dialect.CopiedRows;
import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.dialect.LoadTarget;
import dev.retort.internal.dialect.RowSink;
import dev.retort.internal.dialect.RowSink.FailedRow;
import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.json.Limits;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.script.AnswerSize;
import dev.retort.internal.script.Row;
import dev.retort.internal.sql.Excerpt;
import dev.retort.internal.sql.Secrets;
import java.io.IOException;
import java.io.InputStream;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs statements on one connection, and reports in a sentence what the database refused. */
public final class StatementRunner implements Catalog {

    private static final Logger LOG = LoggerFactory.getLogger("dev.retort.sql");

    /** Rows that go to the database at a time: enough to save round trips, few enough for any driver's memory. */
    private static final int BATCH = 1000;

    /**
     * Rows of a script's question that come at a time. PostgreSQL's driver fetches all of them at once otherwise, also
     * where they do not end.
     */
    private static final int PORTION = 500;

    /** What is logged of a statement. */
    private static final int LOGGED = 10_000;

    /** Bytes of a file that go to the database at a time. */
    private static final int COPIED = 1 << 16;

    private static final Pattern ENTRY = Pattern.compile("\\d+");

    private final Dialect dialect;
    private final Connection connection;
    private final StopSignal stop;
    private final Listener listener;
    private final Notices notices;
    private Secrets secrets = Secrets.NONE;
    private Consumer<@Nullable String> verification = sql -> {};
    /** The statement that was run last, failed or not. */
    private @Nullable String latest;

    private int count;
    private long changed;

    /** Receives each statement that has come to its end. */
    public interface Listener {
        void ran(String sql, Duration duration, long rows);
    }

    public StatementRunner(Dialect dialect, Connection connection) {
        this(dialect, connection, new StopSignal(new Cancellation()));
    }

    public StatementRunner(Dialect dialect, Connection connection, StopSignal stop) {
        this(dialect, connection, stop, (sql, duration, rows) -> {});
    }

    public StatementRunner(Dialect dialect, Connection connection, StopSignal stop, Listener listener) {
        this.dialect = dialect;
        this.connection = connection;
        this.stop = stop;
        this.listener = listener;
        this.notices = new Notices(dialect.errors());
    }

    /** The same, showing nothing of these values. */
    public StatementRunner hiding(Secrets values) {
        StatementRunner runner = new StatementRunner(dialect, connection, stop, listener);
        runner.secrets = values;
        runner.verification = verification;
        return runner;
    }

    /**
     * The same, making sure that what a statement must leave alone is as it was: after each one that is done, and before
     * the next after one that failed, which a script may have caught.
     */
    public StatementRunner verifying(Consumer<@Nullable String> what) {
        StatementRunner runner = hiding(secrets);
        runner.verification = what;
        return runner;
    }

    /** Makes sure of it after the statement that was run last. */
    public void verify() {
        verification.accept(latest);
    }

    private <R> R verified(String sql, Supplier<R> work) {
        verify();
        latest = sql;
        R result = work.get();
        verification.accept(sql);
        return result;
    }

    private void trace(String sql) {
        if (LOG.isTraceEnabled()) {
            LOG.trace("{}", Excerpt.of(secrets.hidden(sql), LOGGED));
        }
    }

    /** How many statements have been run so far. */
    public int count() {
        return count;
    }

    /** What the database said beside the results so far; null where that was nothing. */
    @Nullable
    public String notices() {
        return notices.text();
    }

    /** How many rows all statements have changed so far. */
    public long changed() {
        return changed;
    }

    /**
     * Runs one statement.
     *
     * @return how many rows it changed; 0 where the database does not say
     * @throws SqlFailure where the database refuses
     */
    public long run(SqlStatement statement) {
        return verified(statement.sql(), () -> runNow(statement));
    }

    private long runNow(SqlStatement statement) {
        trace(statement.sql());
        count++;
        long start = System.nanoTime();
        long rows;
        try {
            rows = dialect.execution().confined(connection, statement.sql(), () -> execute(statement));
        } catch (BatchFailure e) {
            throw new SqlFailure(dialect.errors().explain(e.failure, statement), statement.sql(), e.failure, e.row)
                    .hiding(secrets);
        } catch (SQLException e) {
            throw new SqlFailure(dialect.errors().explain(e, statement), statement.sql(), e).hiding(secrets);
        }
        announce(statement.sql(), start, rows);
        changed += dialect.execution().countsRows(statement.sql()) ? rows : 0;
        return rows;
    }

    private void announce(String sql, long start, long rows) {
        listener.ran(sql, Duration.ofNanos(System.nanoTime() - start), rows);
    }

    /** Runs a statement that was run before, and counts it only once. */
    public void repeat(SqlStatement statement) {
        run(statement);
        count--;
    }

    /** Runs a statement that only looks, and is no step of the script. */
    public void look(SqlStatement statement) {
        trace(statement.sql());
        try {
            execute(statement);
        } catch (SQLException e) {
            throw new SqlFailure(dialect.errors().explain(e, statement), statement.sql(), e);
        }
    }

    /** The rows of a load, as they are asked for; null after the last. */
    public interface Rows {
        @Nullable
        List<@Nullable Object> next();
    }

    /**
     * Brings rows into a table by its fast way.
     *
     * @return how many there were
     * @throws SqlFailure where the database refuses one
     */
    public long load(LoadTarget target, List<String> columns, Rows rows) {
        return verified("COPY " + dialect.spelling().quote(target.table()), () -> loadNow(target, columns, rows));
    }

    private long loadNow(LoadTarget target, List<String> columns, Rows rows) {
        count++;
        long start = System.nanoTime();
        String sql = "";
        long loaded;
        try (RowSink sink = dialect.loading().sink(connection, target, columns)) {
            sql = sink.sql();
            trace(sql);
            try {
                int seen = 0;
                for (List<@Nullable Object> row = rows.next(); row != null; row = rows.next()) {
                    sink.add(row);
                    seen++;
                    if (seen % BATCH == 0) {
                        stop.check();
                    }
                }
                loaded = sink.finish();
            } catch (SQLException e) {
                FailedRow failed = sink.failedRow(e).orElse(null);
                throw new SqlFailure(dialect.errors().explain(e), sink.sql(), e, failed).hiding(secrets);
            }
        } catch (SQLException e) {
            throw new SqlFailure(dialect.errors().explain(e), sql, e).hiding(secrets);
        }
        announce(sql, start, loaded);
        return loaded;
    }

    /** A batch that failed at one of its rows. */
    private static final class BatchFailure extends SQLException {
        private static final long serialVersionUID = 1;
        private final SQLException failure;
        private final transient @Nullable FailedRow row;

        BatchFailure(SQLException failure, @Nullable FailedRow row) {
            super(failure);
            this.failure = failure;
            this.row = row;
        }
    }

    @Override
    public List<Row> query(String sql, Object... parameters) {
        return query(SqlStatement.of(sql, parameters));
    }

    /** The names of a table's columns, in their order. */
    public List<String> columns(QualifiedName table) {
        String sql = "SELECT * FROM " + dialect.spelling().quote(table) + " WHERE 1 = 0";
        trace(sql);
        try (Statement statement = connection.createStatement();
                ResultSet rows = stop.during(statement, () -> statement.executeQuery(sql))) {
            ResultSetMetaData found = rows.getMetaData();
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= found.getColumnCount(); i++) {
                names.add(found.getColumnName(i));
            }
            return names;
        } catch (SQLException e) {
            throw new SqlFailure(dialect.errors().explain(e), sql, e);
        }
    }

    /** Runs one query; its statement has one list of parameters or none. */
    public List<Row> query(SqlStatement query) {
        return query(query, Limits.NONE);
    }

    /** @param limits asked while the rows come, portion by portion */
    public List<Row> query(SqlStatement query, Limits limits) {
        return verified(query.sql(), () -> queryNow(query, limits));
    }

    private List<Row> queryNow(SqlStatement query, Limits limits) {
        trace(query.sql());
        try {
            return dialect.execution().confined(connection, query.sql(), () -> ask(query, limits));
        } catch (SQLException e) {
            throw new SqlFailure(dialect.errors().explain(e, query), query.sql(), e).hiding(secrets);
        }
    }

    private List<Row> ask(SqlStatement query, Limits limits) throws SQLException {
        List<@Nullable Object> parameters = query.parameterRows().isEmpty()
                ? List.of()
                : query.parameterRows().get(0);
        try (PreparedStatement statement = connection.prepareStatement(query.sql())) {
            bind(statement, parameters);
            if (limits != Limits.NONE) {
                statement.setFetchSize(PORTION);
            }
            return stop.during(statement, () -> {
                try (ResultSet rows = statement.executeQuery()) {
                    return read(rows, limits);
                }
            });
        }
    }

    private long execute(SqlStatement statement) throws SQLException {
        if (statement.copied() != null) {
            return copied(statement.sql(), statement.copied());
        } else if (!statement.parameterRows().isEmpty()) {
            return prepared(statement.sql(), statement.parameterRows());
        }
        return dialect.execution().preparesEveryText()
                ? prepared(statement.sql(), List.of(List.of()))
                : plain(statement.sql());
    }

    private long copied(String sql, CopiedRows rows) throws SQLException {
        try (InputStream in = rows.open();
                RowSink sink = dialect.loading().copy(connection, sql)) {
            byte[] buffer = new byte[COPIED];
            try {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    sink.write(buffer, read);
                    stop.check();
                }
                return sink.finish();
            } catch (SQLException e) {
                throw new BatchFailure(e, sink.failedRow(e).orElse(null));
            }
        } catch (IOException e) {
            throw new RetortException(
                    Kind.FAILED, List.of(Problem.of("Its rows cannot be read: " + e.getMessage() + ".")), e);
        }
    }

    private long plain(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // The text is the author's: a brace is not JDBC's escape, and a question mark no parameter.
            statement.setEscapeProcessing(false);
            boolean rows = stop.during(statement, () -> statement.execute(sql));
            notices.add(statement, secrets);
            return rows ? 0 : Math.max(0, statement.getUpdateCount());
        }
    }

    private long prepared(String sql, List<List<@Nullable Object>> parameterRows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            if (parameterRows.size() == 1) {
                bind(statement, parameterRows.get(0));
                boolean rows = stop.during(statement, statement::execute);
                notices.add(statement, secrets);
                return rows ? 0 : Math.max(0, statement.getUpdateCount());
            }
            long changed = 0;
            boolean together = dialect.execution().gainsFromBatches(sql);
            int size = parameterRows.size();
            for (int from = 0; from < size; from += BATCH) {
                List<List<@Nullable Object>> rows = parameterRows.subList(from, Math.min(size, from + BATCH));
                changed += together ? together(statement, rows, from) : each(statement, rows, from);
            }
            return changed;
        }
    }

    private long each(PreparedStatement statement, List<List<@Nullable Object>> rows, long before) throws SQLException {
        long changed = 0;
        for (int i = 0; i < rows.size(); i++) {
            bind(statement, rows.get(i));
            try {
                changed += stop.during(statement, statement::execute) ? 0 : statement.getUpdateCount();
            } catch (SQLException e) {
                throw new BatchFailure(e, new FailedRow(before + i + 1, null));
            }
        }
        return changed;
    }

    private long together(PreparedStatement statement, List<List<@Nullable Object>> rows, long before)
            throws SQLException {
        for (List<@Nullable Object> row : rows) {
            bind(statement, row);
            statement.addBatch();
        }
        try {
            return sum(stop.during(statement, statement::executeBatch));
        } catch (BatchUpdateException e) {
            // The driver names the entry of the batch first in its message, whatever the language.
            Matcher entry = ENTRY.matcher(String.valueOf(e.getMessage()));
            FailedRow row = entry.find() ? new FailedRow(before + Long.parseLong(entry.group()) + 1, null) : null;
            throw new BatchFailure(e, row);
        }
    }

    private void bind(PreparedStatement statement, List<@Nullable Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            dialect.execution().bind(statement, i + 1, values.get(i));
        }
    }

    private List<Row> read(ResultSet rows, Limits limits) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        List<Row> read = new ArrayList<>();
        AnswerSize size = new AnswerSize(limits);
        while (rows.next()) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                values.put(columns.getColumnLabel(i), dialect.execution().read(rows, i));
            }
            Row row = new Row(values);
            read.add(row);
            size.add(row);
        }
        return read;
    }

    private static long sum(int[] counts) {
        return Arrays.stream(counts).filter(changed -> changed > 0).sum();
    }
}
