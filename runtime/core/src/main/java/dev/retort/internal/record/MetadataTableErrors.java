package dev.retort.internal.record;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.dialect.ErrorReading;
import dev.retort.internal.dialect.Spelling;
import dev.retort.internal.dialect.SqlError;
import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.run.statement.SqlFailure;
import dev.retort.internal.run.statement.StatementRunner;
import dev.retort.internal.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Reports what is wrong with Retort's own tables, where somebody else has created or changed them. */
final class MetadataTableErrors {

    private static final String FOREIGN =
            "Nothing was changed. It is not as Retort created it, or the role may not use it. If it belongs to"
                    + " something else, name other tables with version_table and history_table.";

    private MetadataTableErrors() {}

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

    /** Both at once, so that only the database's words say which of them is at fault. */
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

    /**
     * Tries, without changing a row, whether both can be written to.
     *
     * @return whether the history has all columns; one of an early version has no notices
     */
    static boolean writing(Spelling spelling, StatementRunner runner, Tables tables) {
        String column = VersionTable.COLUMN;
        VersionTable versions = tables.versions();
        HistoryTable history = tables.history();
        try {
            runner.repeat(SqlStatement.of(
                    "UPDATE " + spelling.quote(versions.place()) + " SET " + column + " = " + column + " WHERE 1 = 0"));
        } catch (SqlFailure e) {
            throw unusable("The table " + versions.name() + " cannot be written to: ", e);
        }
        List<String> missing = new ArrayList<>(HistoryTable.COLUMNS);
        try {
            missing.removeAll(runner.columns(history.place()));
        } catch (SqlFailure e) {
            throw unusable("The table " + history.name() + " cannot be used: ", e);
        }
        if (missing.isEmpty() || missing.equals(List.of(HistoryTable.NOTICES))) {
            return missing.isEmpty();
        }
        throw new RetortException(
                Kind.FAILED,
                Problem.of("The table " + history.name() + " cannot be used: it has no column "
                                + String.join(", ", missing) + ".")
                        .withHint(FOREIGN));
    }

    /** Adds what the history of an early version lacks. */
    static void complete(Dialect dialect, StatementRunner runner, HistoryTable history) {
        String sql = "ALTER TABLE " + dialect.spelling().quote(history.place()) + " ADD COLUMN " + HistoryTable.NOTICES
                + " text";
        own(
                dialect.errors(),
                "The table " + history.name() + " cannot be given its column " + HistoryTable.NOTICES + ": ",
                () -> runner.run(SqlStatement.of(sql)));
    }

    static void create(Dialect dialect, StatementRunner runner, QualifiedName table, Operation creation) {
        own(
                dialect.errors(),
                "The table " + table + " cannot be created: ",
                () -> dialect.spelling().statements(creation, runner).forEach(runner::run));
    }

    private static void own(ErrorReading errors, String refusal, Runnable change) {
        try {
            change.run();
        } catch (SqlFailure e) {
            if (!errors.lacksRights(e.error())) {
                throw e;
            }
            throw failure(
                    refusal,
                    e,
                    "Let the role create tables there, as is described by \"retort explain role\", or name another"
                            + " schema with version_table_schema.");
        }
    }

    private static RetortException unusable(String beginning, SqlFailure failure) {
        if (failure.error().kind() != SqlError.Kind.STATEMENT) {
            return failure;
        }
        return failure(beginning, failure, FOREIGN);
    }

    private static RetortException failure(String beginning, SqlFailure failure, String hint) {
        SqlError error = failure.error();
        String state = error.state() == null ? "" : " [" + error.state() + "]";
        Problem problem = Problem.of(beginning + error.message().strip() + state + ".");
        return new RetortException(failure.kind(), List.of(problem.withHint(hint)), failure);
    }

    /** Another tool created the column as wide as its own ids are long. */
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
                            .withHint("Restore the table, or write it again: retort stamp <revision>, or: retort stamp"
                                    + " base"));
        }
    }
}
