package dev.retort.dialect.sqlite;

import dev.retort.dialect.SqlError;
import dev.retort.dialect.SqlError.Kind;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * What SQLite said, without what the driver puts around it: {@code [SQLITE_ERROR] SQL error or missing database (no such
 * table: t)}.
 */
final class Failures {

    /** What a rebuild makes sure of, see {@link Draft}. */
    private static final Pattern UNFIT =
            Pattern.compile("(?s)CHECK constraint failed: every value of (.+) is a number");

    private Failures() {}

    static String message(SQLException failure) {
        String message = failure.getMessage() == null ? "SQLite failed without a word" : failure.getMessage();
        if (failure instanceof SQLiteException sqlite) {
            SQLiteErrorCode code = sqlite.getResultCode();
            String decoration = "[" + code.name() + "] " + code.message + " (";
            if (message.startsWith(decoration) && message.endsWith(")")) {
                message = message.substring(decoration.length(), message.length() - 1);
            }
        }
        // A row that a rebuild could not copy is at fault in the table it comes from.
        return message.replace(Names.NEW_TABLE, "");
    }

    static SqlError explain(SQLException failure) {
        SQLiteErrorCode code = failure instanceof SQLiteException sqlite
                ? sqlite.getResultCode()
                : SQLiteErrorCode.getErrorCode(failure.getErrorCode());
        // SQLite does not tell where in the text a fault is, and the word it names may stand there more than once.
        String message = message(failure);
        Matcher unfit = UNFIT.matcher(message);
        if (unfit.matches()) {
            return new SqlError(
                    Kind.REFUSED,
                    "Not every value of " + unfit.group(1) + " is a number.",
                    code.name(),
                    0,
                    List.of("Mend the rows first, or compute the values with using:."));
        }
        return new SqlError(kind(code), message, code.name(), 0, notes(code, message));
    }

    private static List<String> notes(SQLiteErrorCode code, String message) {
        if (message.equals("not authorized") || message.startsWith("too many attached databases - max 0")) {
            return List.of("A migration may not reach beyond its database.");
        }
        String name = code.name().toUpperCase(Locale.ROOT);
        if (name.startsWith("SQLITE_CANTOPEN")) {
            return List.of("Is it a file, and does its folder exist?");
        }
        return name.startsWith("SQLITE_NOTADB") ? List.of("Is the URL that of another file?") : List.of();
    }

    /** Extended codes are called after the primary one: {@code SQLITE_BUSY_SNAPSHOT}. */
    private static Kind kind(SQLiteErrorCode code) {
        String name = code.name().toUpperCase(Locale.ROOT);
        if (name.startsWith("SQLITE_BUSY") || name.startsWith("SQLITE_LOCKED")) {
            return Kind.BUSY;
        } else if (name.startsWith("SQLITE_CANTOPEN") || name.startsWith("SQLITE_NOTADB")) {
            return Kind.UNREACHABLE;
        }
        return name.startsWith("SQLITE_READONLY") ? Kind.READ_ONLY : Kind.STATEMENT;
    }
}
