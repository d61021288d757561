package dev.retort.internal.run.statement;

import dev.retort.internal.dialect.ErrorReading;
import dev.retort.internal.error.VisibleText;
import dev.retort.internal.sql.Excerpt;
import dev.retort.internal.sql.Secrets;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the database said beside the results of statements: logged, and kept for the history. */
final class Notices {

    private static final Logger LOG = LoggerFactory.getLogger("dev.retort.sql");

    /** A trigger that raises one for each row of a large table must not fill the history. */
    private static final int MOST = 100;

    private final ErrorReading errors;
    private final List<String> kept = new ArrayList<>();
    private int left;

    Notices(ErrorReading errors) {
        this.errors = errors;
    }

    /** Takes those of a statement; the driver has them already. */
    void add(Statement statement, Secrets secrets) throws SQLException {
        for (SQLWarning said = statement.getWarnings(); said != null; said = said.getNextWarning()) {
            String text = VisibleText.line(Excerpt.of(secrets.hidden(String.valueOf(said.getMessage()))));
            if (errors.isWarning(said)) {
                LOG.warn("The database warns: {}", text);
                keep("Warning: " + text);
            } else {
                LOG.debug("The database notes: {}", text);
                keep(text);
            }
        }
    }

    private void keep(String notice) {
        if (kept.size() < MOST) {
            kept.add(notice);
        } else {
            left++;
        }
    }

    /** All of them, a line each; null where there were none. */
    @Nullable
    String text() {
        if (kept.isEmpty()) {
            return null;
        }
        return String.join("\n", kept) + (left == 0 ? "" : "\n… and " + left + " more");
    }
}
