package dev.retort.internal.dialect.sqlite;

import dev.retort.Problem;
import dev.retort.internal.error.Suggestion;
import dev.retort.internal.script.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows whose foreign keys lead nowhere, which SQLite does not look for while foreign keys are switched off. */
final class ForeignKeys {

    private static final int NAMED_AT_MOST = 10;
    private static final String MISMATCH = "foreign key mismatch";
    private static final String NO_TABLE = "no such table";

    /** A table without the word has no foreign key, and most have none: asking each would cost more with each revision. */
    private static final String WITHOUT_PARENT = """
            SELECT DISTINCT child.name AS child, key."table" AS parent
            FROM (SELECT name FROM sqlite_schema WHERE type = 'table' AND instr(lower(sql), 'references') > 0) child,
                pragma_foreign_key_list(child.name) key
            WHERE lower(key."table") NOT IN (SELECT lower(name) FROM sqlite_schema WHERE type = 'table')""";

    private final Connection connection;

    ForeignKeys(Connection connection) {
        this.connection = connection;
    }

    /**
     * @param row its rowid; null in a table without
     * @param mismatch what SQLite says of the foreign key itself; null when the row is at fault
     */
    record Violation(
            String table,
            @Nullable Long row,
            String parent,
            @Nullable String mismatch) {

        /** Whether it is the old one under the new name of a table. */
        boolean mayHaveBeen(Violation old, Set<String> tables) {
            return Objects.equals(row, old.row)
                    && (mismatch == null) == (old.mismatch == null)
                    && (table.equals(old.table) || !tables.contains(old.table))
                    && (parent.equals(old.parent) || !tables.contains(old.parent));
        }
    }

    /** All of them, with how often each is there: rows of a table without rowid are not told apart. */
    Map<Violation, Integer> violations() throws SQLException {
        Map<Violation, Integer> found = new LinkedHashMap<>();
        collectWithoutParent(found);
        Map<Violation, Integer> dangling = Map.copyOf(found);
        try {
            collect("PRAGMA foreign_key_check", found);
        } catch (SQLException e) {
            if (!Failures.message(e).startsWith(MISMATCH)) {
                throw e;
            }
            // One foreign key without a unique counterpart hides all others.
            found.keySet().retainAll(dangling.keySet());
            for (Row table : Queries.rows(connection, "SELECT name FROM sqlite_schema WHERE type = 'table'")) {
                collectOf(SchemaRow.text(table, "name"), found);
            }
        }
        return found;
    }

    /** SQLite does not look whether there is such a table, neither when the foreign key is made nor afterwards. */
    private void collectWithoutParent(Map<Violation, Integer> found) throws SQLException {
        for (Row row : Queries.rows(connection, WITHOUT_PARENT)) {
            found.put(new Violation(SchemaRow.text(row, "child"), null, SchemaRow.text(row, "parent"), NO_TABLE), 1);
        }
    }

    private void collectOf(String table, Map<Violation, Integer> found) throws SQLException {
        try {
            collect("PRAGMA foreign_key_check(" + Names.quote(table) + ")", found);
        } catch (SQLException e) {
            if (!Failures.message(e).startsWith(MISMATCH)) {
                throw e;
            }
            found.merge(new Violation(table, null, "", Failures.message(e)), 1, Integer::sum);
        }
    }

    private void collect(String pragma, Map<Violation, Integer> found) throws SQLException {
        for (Row row : Queries.rows(connection, pragma)) {
            Violation violation = new Violation(
                    SchemaRow.text(row, "table"), row.integer("rowid"), SchemaRow.text(row, "parent"), null);
            found.merge(violation, 1, Integer::sum);
        }
    }

    /** A sentence for each foreign key that no row can keep to, whatever rows there are. */
    List<String> unusable() throws SQLException {
        List<String> sentences = new ArrayList<>();
        for (Violation violation : violations().keySet()) {
            if (violation.mismatch() != null) {
                sentences.add(sentence(violation));
            }
        }
        return sentences;
    }

    /** A sentence for each violation that was not there before; empty when there is none. */
    List<Problem> problems(Map<Violation, Integer> before, Map<Violation, Integer> now) throws SQLException {
        Map<Violation, Integer> added = added(before, now);
        List<Problem> problems = new ArrayList<>();
        int more = 0;
        for (Map.Entry<Violation, Integer> entry : added.entrySet()) {
            if (problems.size() < NAMED_AT_MOST) {
                problems.add(Problem.of(sentence(entry.getKey())).withHint(hint(entry.getKey())));
            } else {
                more += entry.getValue();
            }
        }
        if (more > 0) {
            problems.add(Problem.of("There are " + more + " more such rows."));
        }
        return problems;
    }

    /** What is more often there now; the row of a table that was renamed counts as the one it was. */
    private Map<Violation, Integer> added(Map<Violation, Integer> before, Map<Violation, Integer> now)
            throws SQLException {
        Map<Violation, Integer> added = new LinkedHashMap<>();
        Map<Violation, Integer> gone = new HashMap<>(before);
        now.forEach((violation, count) -> {
            int more = count - before.getOrDefault(violation, 0);
            gone.merge(violation, -count, Integer::sum);
            if (more > 0) {
                added.put(violation, more);
            }
        });
        gone.values().removeIf(count -> count <= 0);
        if (!added.isEmpty() && !gone.isEmpty()) {
            forgiveRenamed(added, gone);
        }
        return added;
    }

    private void forgiveRenamed(Map<Violation, Integer> added, Map<Violation, Integer> gone) throws SQLException {
        Set<String> tables = tables();
        Map<@Nullable Long, List<Violation>> byRow = new HashMap<>();
        gone.keySet()
                .forEach(old -> byRow.computeIfAbsent(old.row(), row -> new ArrayList<>())
                        .add(old));
        for (Violation violation : List.copyOf(added.keySet())) {
            for (Violation old : byRow.getOrDefault(violation.row(), List.of())) {
                int count = gone.getOrDefault(old, 0);
                if (violation.mayHaveBeen(old, tables)) {
                    added.computeIfPresent(violation, (key, more) -> more > count ? more - count : null);
                }
            }
        }
    }

    private Set<String> tables() throws SQLException {
        return Queries.rows(connection, "SELECT name FROM sqlite_schema WHERE type = 'table'").stream()
                .map(row -> SchemaRow.text(row, "name"))
                .collect(Collectors.toSet());
    }

    private String hint(Violation violation) throws SQLException {
        return NO_TABLE.equals(violation.mismatch())
                ? "Nothing was committed. "
                        + Suggestion.didYouMean(violation.parent(), tables())
                                .orElse("Create that table in the same revision, or correct references:.")
                : "Nothing was committed; correct the rows or the foreign key in the migration.";
    }

    private String sentence(Violation violation) throws SQLException {
        if (NO_TABLE.equals(violation.mismatch())) {
            return "A foreign key of the table \"" + violation.table() + "\" refers to the table \""
                    + violation.parent() + "\", which does not exist.";
        }
        if (violation.mismatch() != null) {
            return "A foreign key of the table \"" + violation.table() + "\" does not fit: " + violation.mismatch()
                    + ".";
        }
        String row = violation.row() == null ? "A row" : "Row " + violation.row();
        return row + " of the table \"" + violation.table() + "\" refers to a row of \"" + violation.parent()
                + "\" that is not there" + values(violation) + ".";
    }

    /** The values of the columns that may refer to the parent: {@code (user_id = 42)}. */
    private String values(Violation violation) throws SQLException {
        Long rowid = violation.row();
        if (rowid == null) {
            return "";
        }
        List<String> columns = Queries.rows(
                        connection,
                        "SELECT DISTINCT \"from\" AS name FROM pragma_foreign_key_list(?) WHERE lower(\"table\") = lower(?)",
                        violation.table(),
                        violation.parent())
                .stream()
                .map(row -> SchemaRow.text(row, "name"))
                .toList();
        List<Row> rows = Queries.rows(
                connection,
                "SELECT " + Names.quoted(columns) + " FROM " + Names.quote(violation.table()) + " WHERE rowid = ?",
                rowid);
        return rows.isEmpty()
                ? ""
                : rows.get(0).entrySet().stream()
                        .map(entry -> entry.getKey() + " = " + Objects.toString(entry.getValue(), "NULL"))
                        .collect(Collectors.joining(", ", " (", ")"));
    }
}
