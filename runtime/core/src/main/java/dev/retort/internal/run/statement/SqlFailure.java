package dev.retort.internal.run.statement;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.dialect.RowSink.FailedRow;
import dev.retort.internal.dialect.SqlError;
import dev.retort.internal.error.Causes;
import dev.retort.internal.error.VisibleText;
import dev.retort.internal.sql.Excerpt;
import dev.retort.internal.sql.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The database refused a statement. */
public final class SqlFailure extends RetortException {

    private static final long serialVersionUID = 1;

    /** What is shown of a line of a statement. */
    private static final int LINE = 300;

    private final transient SqlError error;
    private final String sql;
    private final transient Secrets secrets;
    private final transient @Nullable FailedRow row;

    public SqlFailure(SqlError error, String sql, Throwable cause) {
        this(error, sql, cause, null);
    }

    public SqlFailure(SqlError error, String sql, @Nullable Throwable cause, @Nullable FailedRow row) {
        this(error, sql, cause, row, Secrets.NONE);
    }

    private SqlFailure(
            SqlError error, String sql, @Nullable Throwable cause, @Nullable FailedRow row, Secrets secrets) {
        super(kind(error), List.of(problem(error, sql, secrets.in(sql))), cause);
        this.error = error;
        this.sql = sql;
        this.row = row;
        this.secrets = secrets;
    }

    /** The same, without the values that must not be seen. */
    SqlFailure hiding(Secrets values) {
        return new SqlFailure(error, sql, getCause(), row, values);
    }

    public SqlError error() {
        return error;
    }

    /** The statement, whole. */
    public String sql() {
        return sql;
    }

    /** The row at fault, where the statement had many and the database says. */
    public Optional<FailedRow> row() {
        return Optional.ofNullable(row);
    }

    /** The refusal that a failure goes back to. */
    public static Optional<SqlFailure> in(Throwable failure) {
        for (Throwable cause : Causes.of(failure)) {
            if (cause instanceof SqlFailure refusal) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }

    /** The same, where other sessions blocked the statement. */
    static Optional<SqlFailure> busyIn(Throwable failure) {
        return in(failure).filter(refusal -> refusal.error.kind() == SqlError.Kind.BUSY);
    }

    /** The same of a statement that had this many rows before those it reports. */
    public SqlFailure movedBy(long rows) {
        return row == null
                ? this
                : new SqlFailure(error, sql, getCause(), new FailedRow(rows + row.number(), row.column()), secrets);
    }

    private static String shown(String said, Secrets secrets) {
        return VisibleText.paragraph(Excerpt.of(secrets.hidden(said)));
    }

    private static Kind kind(SqlError error) {
        return switch (error.kind()) {
            case UNREACHABLE, LOGIN, GONE -> Kind.UNREACHABLE;
            case READ_ONLY, STORAGE, BUSY, REFUSED, STATEMENT -> Kind.FAILED;
        };
    }

    private static Problem problem(SqlError error, String sql, Secrets secrets) {
        if (error.kind() == SqlError.Kind.REFUSED) {
            Problem problem = Problem.of(shown(error.message(), secrets));
            return error.notes().isEmpty()
                    ? problem
                    : problem.withHint(VisibleText.paragraph(String.join(" ", error.notes())));
        }
        Problem problem = Problem.of(sentence(error, secrets));
        String excerpt = excerpt(error, sql, secrets);
        return excerpt.isEmpty() ? problem : problem.withHint(excerpt);
    }

    private static String sentence(SqlError error, Secrets secrets) {
        String state = error.state() == null ? "" : " [" + error.state() + "]";
        String message = shown(error.message().strip(), secrets);
        return message.endsWith(".") ? message.substring(0, message.length() - 1) + state + "." : message + state + ".";
    }

    /** What was noted, and the statement: the line at fault with a mark under it where the place is known. */
    private static String excerpt(SqlError error, String statement, Secrets secrets) {
        List<String> lines = new ArrayList<>();
        error.notes().forEach(note -> lines.add(shown(note, secrets)));
        String sql = secrets.hidden(statement);
        List<String> text = sql.lines().toList();
        int at = error.position() == 0 ? -1 : secrets.hiddenOffset(statement, error.position() - 1);
        int fault = -1;
        int column = 0;
        if (at >= 0 && at <= sql.length()) {
            fault = (int) sql.substring(0, at).chars().filter(c -> c == '\n').count();
            column = at - (sql.lastIndexOf('\n', at - 1) + 1);
        }
        int first = fault < 0 ? 0 : Math.max(0, fault - 2);
        int last = Math.min(text.size() - 1, fault < 0 ? 4 : fault);
        for (int line = first; line <= last; line++) {
            Excerpt.Window window = Excerpt.around(text.get(line), line == fault ? column : 0, LINE);
            lines.add("  " + VisibleText.line(window.text().replace('\t', ' ')));
            column = line == fault ? window.column() : column;
        }
        if (fault >= 0) {
            lines.add("  " + " ".repeat(column) + "^");
        } else if (last < text.size() - 1) {
            lines.add("  … (" + (text.size() - 1 - last) + " more lines)");
        }
        return String.join("\n", lines);
    }
}
