package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.dialect.SqlError;
import dev.retort.internal.dialect.SqlError.Kind;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * What SQLite said, without what the driver puts around it: {@code [SQLITE_ERROR] SQL error or missing database (no such
 * table: t)}.
 */
final class Failures {

    /** A value that a rebuild cannot convert, see {@link Conversion}. */
    private static final Pattern UNFIT =
            Pattern.compile("(?s)bad JSON path: '((?:Row|A row) .* is no value of the type .*)'");

    /** What to write instead, by SQLite's own sentences: most have no code of their own. */
    private static final Map<Pattern, String> INSTEAD = Map.of(
            Pattern.compile("within a transaction|inside a transaction"),
            "Write it in autocommit { … }, which is outside of the revision's transaction.",
            Pattern.compile("^Error opening connection"),
            "The driver unpacks its library into the folder for temporary files. If that cannot be written, name"
                    + " another one: RETORT_JAVA_OPTIONS=-Djava.io.tmpdir=FOLDER",
            Pattern.compile("^table .* already exists"),
            "If all that this revision does is there already, mark it as applied instead: retort stamp REVISION.",
            Pattern.compile("NOT NULL column with default value NULL"),
            "Give the column a default:, or add it without nullable: false, fill it with update or backfill, and then write"
                    + " alterColumn with nullable: false.");

    /** By what a code's name begins with, the longer ones first. */
    private static final Map<String, String> ADVICE = new LinkedHashMap<>();

    static {
        ADVICE.put("SQLITE_CANTOPEN", "Is it a file, and does its folder exist?");
        ADVICE.put("SQLITE_NOTADB", "Is the URL that of another file?");
        ADVICE.put(
                "SQLITE_FULL",
                "Make room where the database's file is, or raise its max_page_count, and run the same command again.");
        ADVICE.put(
                "SQLITE_IOERR",
                "Is the disk of the database's file full or broken, or may files not grow that large? Correct that, and run"
                        + " the same command again.");
        ADVICE.put(
                "SQLITE_CORRUPT",
                "The file is damaged. Restore it from a backup; PRAGMA integrity_check shows how far.");
        ADVICE.put(
                "SQLITE_READONLY_DBMOVED",
                "What was not committed before is in no file any more. Put the database back, and run the same command"
                        + " again.");
        ADVICE.put(
                "SQLITE_READONLY_DIRECTORY",
                "SQLite must write into the folder of the file as well, and there it may not; in WAL mode even to read.");
        ADVICE.put(
                "SQLITE_READONLY",
                "It takes the right to write to the file and to its folder, and a URL without mode=ro.");
    }

    private Failures() {}

    static String message(SQLException failure) {
        String message = failure.getMessage() == null ? "SQLite failed without a word" : failure.getMessage();
        if (failure instanceof SQLiteException sqlite) {
            SQLiteErrorCode code = sqlite.getResultCode();
            if (code == SQLiteErrorCode.SQLITE_READONLY_DBMOVED) {
                return "the file was deleted, moved or replaced while it was in use";
            }
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
                    unfit.group(1).replace("''", "'") + ".",
                    code.name(),
                    0,
                    List.of("Correct the rows first, or compute the values with using:."));
        }
        return new SqlError(kind(code), message, code.name(), 0, notes(code, message));
    }

    private static List<String> notes(SQLiteErrorCode code, String message) {
        if (message.equals("not authorized") || message.startsWith("too many attached databases - max 0")) {
            return List.of("A migration may not reach beyond its database.");
        }
        for (Map.Entry<Pattern, String> entry : INSTEAD.entrySet()) {
            if (entry.getKey().matcher(message).find()) {
                return List.of(entry.getValue());
            }
        }
        return advice(code.name().toUpperCase(Locale.ROOT)).stream().toList();
    }

    /** More about the file than the message tells, and what to do. */
    private static Optional<String> advice(String name) {
        for (Map.Entry<String, String> entry : ADVICE.entrySet()) {
            if (name.startsWith(entry.getKey())) {
                return Optional.of(entry.getValue());
            }
        }
        return Optional.empty();
    }

    /** Extended codes are called after the primary one: {@code SQLITE_BUSY_SNAPSHOT}. */
    private static Kind kind(SQLiteErrorCode code) {
        String name = code.name().toUpperCase(Locale.ROOT);
        if (name.startsWith("SQLITE_BUSY") || name.startsWith("SQLITE_LOCKED")) {
            return Kind.BUSY;
        } else if (name.startsWith("SQLITE_CANTOPEN") || name.startsWith("SQLITE_NOTADB")) {
            return Kind.UNREACHABLE;
        }
        if (name.startsWith("SQLITE_FULL") || name.startsWith("SQLITE_IOERR") || name.startsWith("SQLITE_CORRUPT")) {
            return Kind.STORAGE;
        } else if (name.equals("SQLITE_READONLY_DBMOVED")) {
            return Kind.GONE;
        }
        return name.startsWith("SQLITE_READONLY") ? Kind.READ_ONLY : Kind.STATEMENT;
    }
}
