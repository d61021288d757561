package dev.retort.internal.record;

import dev.retort.LogEntry;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.Runner;
import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.run.statement.StatementRunner;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.script.Row;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Reads a history table that is there: its entries, and the scripts it keeps. */
public final class HistoryReader implements StoredScripts {

    private final StatementRunner runner;
    private final HistoryQueries queries;
    private final QualifiedName name;
    private final QualifiedName place;

    HistoryReader(Dialect dialect, Connection connection, HistoryTable table) {
        this.runner = new StatementRunner(dialect, connection);
        this.queries = new HistoryQueries(dialect.spelling().quote(table.place()));
        this.name = table.name();
        this.place = table.place();
    }

    /** The newest first. */
    public List<LogEntry> entries(LogFilter filter) {
        boolean notices = runner.columns(place).contains(HistoryTable.NOTICES);
        return read(queries.entries(filter, notices), HistoryReader::entry);
    }

    /** Whether a notice of any entry contains a text. */
    public boolean notes(String text) {
        return runner.columns(place).contains(HistoryTable.NOTICES)
                && !runner.query(queries.noting(text)).isEmpty();
    }

    /** The ids of recorded revisions that begin so. */
    public List<String> revisions(String beginning) {
        return read(queries.revisions(beginning), row -> text(row, "revision"));
    }

    @Override
    public Optional<StoredScript> lastRun(String revision) {
        return script(queries.script(revision, false));
    }

    @Override
    public Optional<StoredScript> accepted(String revision) {
        return script(queries.script(revision, true));
    }

    /** The script of the row with an id. */
    public Optional<StoredScript> script(long id) {
        return script(queries.script(id));
    }

    private Optional<StoredScript> script(SqlStatement query) {
        return read(query, this::stored).stream().flatMap(Optional::stream).findFirst();
    }

    private Optional<StoredScript> stored(Row row) {
        if (!(row.get("script") instanceof byte[] deflated)) {
            return Optional.empty();
        }
        return Optional.of(new StoredScript(
                number(row, "id"),
                text(row, "revision"),
                name.toString(),
                new StoredScript.Checksum(text(row, "checksum_algorithm"), text(row, "checksum")),
                deflated));
    }

    private static LogEntry entry(Row row) {
        return new LogEntry(
                number(row, "id"),
                text(row, "revision"),
                text(row, "direction"),
                row.string("message"),
                Objects.requireNonNull(row.instant("started_at"), "started_at"),
                Duration.ofMillis(Math.max(0, number(row, "duration_ms"))),
                text(row, "outcome"),
                row.string("error"),
                row.string(HistoryTable.NOTICES),
                number(row, "statements"),
                new Runner(row.string("executed_by"), row.string("host"), text(row, "tool_version")),
                row.string("checksum_algorithm"),
                row.string("checksum"),
                row.string("meaning_checksum"),
                number(row, "keeps_script") == 1);
    }

    private static String text(Row row, String column) {
        return String.valueOf(row.get(column));
    }

    private static long number(Row row, String column) {
        return Objects.requireNonNull(row.integer(column), column);
    }

    /** SQLite takes any value in any column: a row may hold what Retort never wrote. */
    private <R> List<R> read(SqlStatement query, Function<Row, R> reading) {
        List<Row> rows = runner.query(query);
        try {
            return rows.stream().map(reading).toList();
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new RetortException(
                    Kind.FAILED,
                    List.of(Problem.of("The table " + name + " holds a row that cannot be read: " + e.getMessage())
                            .withHint("Retort did not write it so. Correct the row, or name another history table.")),
                    e);
        }
    }
}
