package dev.retort.execute;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.SqlError;
import dev.retort.dialect.SqlStatement;
import dev.retort.error.Problem;
import dev.retort.error.RetortException;
import dev.retort.error.RetortException.Kind;
import dev.retort.operation.Operation;
import dev.retort.schema.QualifiedName;
import dev.retort.version.HistoryTable;
import dev.retort.version.Recorded;
import dev.retort.version.VersionTable;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Tells what is wrong with Retort's own tables, where somebody else has made or changed them. */
final class OwnTables {

    /** As PostgreSQL has it; in SQLite everybody may do everything. */
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private OwnTables() {}

    /** Notes a version row, if it is one. */
    static void add(VersionTable table, SortedSet<String> rows, @Nullable String version) {
        String name = table.name().toString();
        if (version == null || version.isBlank()) {
            throw new RetortException(
                    Kind.FAILED,
                    Problem.of("The version table " + name + " has a row without a revision.")
                            .withHint("Delete it: DELETE FROM " + name + " WHERE " + VersionTable.COLUMN
                                    + " IS NULL OR trim(" + VersionTable.COLUMN + ") = ''"));
        }
        if (!rows.add(version)) {
            throw new RetortException(
                    Kind.FAILED,
                    Problem.of("The version table " + name + " has more than one row \"" + version + "\".")
                            .withHint("Delete all of them but one, and let the column " + VersionTable.COLUMN
                                    + " be the primary key."));
        }
    }

    static void reading(QualifiedName table, Runnable read) {
        try {
            read.run();
        } catch (SqlFailure e) {
            throw unreadable(table, e);
        }
    }

    /** Both at once, so that only the database's words tell which of them is at fault. */
    static void reading(QualifiedName table, QualifiedName other, Runnable read) {
        try {
            read.run();
        } catch (SqlFailure e) {
            throw unusable("The tables " + table + " and " + other + " cannot be read: ", e);
        }
    }

    static RetortException unreadable(QualifiedName table, SqlFailure failure) {
        return unusable("The table " + table + " cannot be read: ", failure);
    }

    /** Tries, without changing a row, whether both can be written to. */
    static void writing(Dialect dialect, StatementRunner runner, Tables tables) {
        String column = VersionTable.COLUMN;
        VersionTable versions = tables.versions();
        HistoryTable history = tables.history();
        try {
            runner.repeat(SqlStatement.of(
                    "UPDATE " + dialect.quote(versions.place()) + " SET " + column + " = " + column + " WHERE 1 = 0"));
        } catch (SqlFailure e) {
            throw unusable("The table " + versions.name() + " cannot be written to: ", e);
        }
        try {
            runner.query("SELECT " + String.join(", ", HistoryTable.COLUMNS) + " FROM " + dialect.quote(history.place())
                    + " WHERE 1 = 0");
        } catch (SqlFailure e) {
            throw unusable("The table " + history.name() + " cannot be used: ", e);
        }
    }

    static void make(Dialect dialect, StatementRunner runner, QualifiedName table, Operation creation) {
        try {
            dialect.statements(creation, runner).forEach(runner::run);
        } catch (SqlFailure e) {
            if (!INSUFFICIENT_PRIVILEGE.equals(e.error().state())) {
                throw e;
            }
            throw told(
                    "The table " + table + " cannot be made: ",
                    e,
                    "Let the role create tables there, as is described by \"retort explain role\", or name another"
                            + " schema with version_table_schema.");
        }
    }

    private static RetortException unusable(String beginning, SqlFailure failure) {
        if (failure.error().kind() != SqlError.Kind.STATEMENT) {
            return failure;
        }
        return told(
                beginning,
                failure,
                "Nothing was changed. It is not as Retort made it, or the role may not use it. If it belongs to"
                        + " something else, name other tables with version_table and history_table.");
    }

    private static RetortException told(String beginning, SqlFailure failure, String hint) {
        SqlError error = failure.error();
        String state = error.state() == null ? "" : " [" + error.state() + "]";
        Problem problem = Problem.of(beginning + error.message().strip() + state + ".");
        return new RetortException(failure.kind(), List.of(problem.withHint(hint)), failure);
    }

    /** Another tool made the column as wide as its own ids are long. */
    static RetortException tooNarrow(String table, int most, SortedSet<String> ids) {
        String hint = "Widen it first: ALTER TABLE " + table + " ALTER COLUMN " + VersionTable.COLUMN + " TYPE varchar("
                + VersionTable.WIDTH + ")";
        return new RetortException(
                Kind.SCRIPT,
                ids.stream()
                        .map(id -> Problem.of("The revision id \"" + id + "\" has " + id.codePointCount(0, id.length())
                                        + " characters, but the column " + VersionTable.COLUMN
                                        + " of the version table "
                                        + table + " takes " + most + ".")
                                .withHint(hint))
                        .toList());
    }

    /** Without the version table everything would run once more. */
    static void refuseLoss(VersionTable versions, HistoryTable history, Recorded recorded) {
        SortedSet<String> applied = recorded.applied();
        if (!applied.isEmpty()) {
            throw new RetortException(
                    Kind.FAILED,
                    Problem.of("There is no version table " + versions.name() + ", but " + history.name()
                                    + " says that revisions are applied, " + applied.last() + " among them.")
                            .withHint("Restore the table, or write it anew: retort stamp <revision>, or: retort stamp"
                                    + " base"));
        }
    }
}
