package dev.retort.execute;

import dev.retort.dialect.RowSink.FailedRow;
import dev.retort.dialect.SqlError;
import dev.retort.error.Problem;
import dev.retort.error.RetortException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The database refused a statement. */
public final class SqlFailure extends RetortException {

    private static final long serialVersionUID = 1;

    private final transient SqlError error;
    private final String sql;
    private final transient @Nullable FailedRow row;

    SqlFailure(SqlError error, String sql, Throwable cause) {
        this(error, sql, cause, null);
    }

    SqlFailure(SqlError error, String sql, @Nullable Throwable cause, @Nullable FailedRow row) {
        super(kind(error), List.of(problem(error, sql)), cause);
        this.error = error;
        this.sql = sql;
        this.row = row;
    }

    public SqlError error() {
        return error;
    }

    /** The statement, whole. */
    public String sql() {
        return sql;
    }

    /** The row at fault, where the statement had many and the database tells. */
    Optional<FailedRow> row() {
        return Optional.ofNullable(row);
    }

    /** The refusal that a failure goes back to, where others were in the way. */
    static Optional<SqlFailure> busyIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SqlFailure refusal) {
                return refusal.error.kind() == SqlError.Kind.BUSY ? Optional.of(refusal) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The same of a statement that had this many rows before those it was told of. */
    SqlFailure behind(long rows) {
        return row == null
                ? this
                : new SqlFailure(error, sql, getCause(), new FailedRow(rows + row.number(), row.column()));
    }

    private static Kind kind(SqlError error) {
        return switch (error.kind()) {
            case UNREACHABLE, LOGIN, GONE -> Kind.UNREACHABLE;
            case READ_ONLY, STORAGE, BUSY, REFUSED, STATEMENT -> Kind.FAILED;
        };
    }

    private static Problem problem(SqlError error, String sql) {
        if (error.kind() == SqlError.Kind.REFUSED) {
            Problem problem = Problem.of(error.message());
            return error.notes().isEmpty() ? problem : problem.withHint(String.join(" ", error.notes()));
        }
        Problem problem = Problem.of(sentence(error));
        String excerpt = excerpt(error, sql);
        return excerpt.isEmpty() ? problem : problem.withHint(excerpt);
    }

    private static String sentence(SqlError error) {
        String state = error.state() == null ? "" : " [" + error.state() + "]";
        String message = error.message().strip();
        return message.endsWith(".") ? message.substring(0, message.length() - 1) + state + "." : message + state + ".";
    }

    /** What was noted, and the statement: the line at fault with a mark under it where the place is known. */
    private static String excerpt(SqlError error, String sql) {
        List<String> lines = new ArrayList<>(error.notes());
        List<String> text = sql.lines().toList();
        int at = error.position() - 1;
        int fault = -1;
        int column = 0;
        if (at >= 0 && at <= sql.length()) {
            fault = (int) sql.substring(0, at).chars().filter(c -> c == '\n').count();
            column = at - (sql.lastIndexOf('\n', at - 1) + 1);
        }
        int first = fault < 0 ? 0 : Math.max(0, fault - 2);
        int last = Math.min(text.size() - 1, fault < 0 ? 4 : fault);
        for (int line = first; line <= last; line++) {
            lines.add("  " + text.get(line));
        }
        if (fault >= 0) {
            lines.add("  " + " ".repeat(column) + "^");
        } else if (last < text.size() - 1) {
            lines.add("  … (" + (text.size() - 1 - last) + " more lines)");
        }
        return String.join("\n", lines);
    }
}
