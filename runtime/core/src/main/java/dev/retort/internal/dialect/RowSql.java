package dev.retort.internal.dialect;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.operation.Condition;
import dev.retort.internal.operation.DeleteRows;
import dev.retort.internal.operation.InsertRows;
import dev.retort.internal.operation.SqlExpression;
import dev.retort.internal.operation.UpdateRows;
import dev.retort.internal.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Inserts, updates and deletes, their values bound; the same for every database. */
public final class RowSql {

    private final Spelling spelling;

    public RowSql(Spelling spelling) {
        this.spelling = spelling;
    }

    /** One statement for each run of rows that need the same text; it is run once for each of them. */
    public List<SqlStatement> insert(InsertRows operation) {
        List<SqlStatement> statements = new ArrayList<>();
        List<List<@Nullable Object>> run = new ArrayList<>();
        String runSql = "";
        List<String> columns = operation.rows().isEmpty()
                ? List.of()
                : List.copyOf(operation.rows().get(0).keySet());
        String allBound = allBound(operation.table(), columns);
        for (int i = 0; i < operation.rows().size(); i++) {
            checkColumns(operation, i);
            Map<String, @Nullable Object> row = operation.rows().get(i);
            SqlStatement statement = row.isEmpty() || row.values().stream().anyMatch(SqlExpression.class::isInstance)
                    ? insert(operation.table(), columns, row)
                    : new SqlStatement(allBound, List.of(values(columns, row)), false);
            if (!statement.sql().equals(runSql)) {
                end(runSql, run, statements);
                runSql = statement.sql();
            }
            if (statement.parameterRows().isEmpty()) {
                statements.add(statement);
            } else {
                run.addAll(statement.parameterRows());
            }
        }
        end(runSql, run, statements);
        return List.copyOf(statements);
    }

    private static void end(String sql, List<List<@Nullable Object>> run, List<SqlStatement> statements) {
        if (!run.isEmpty()) {
            statements.add(new SqlStatement(sql, run, false));
            run.clear();
        }
    }

    /** The text of nearly all rows: a parameter for each column. */
    public String allBound(QualifiedName table, List<String> columns) {
        return into(table, columns)
                + columns.stream().map(column -> "?").collect(Collectors.joining(", ", " VALUES (", ")"));
    }

    private static List<@Nullable Object> values(List<String> columns, Map<String, @Nullable Object> row) {
        List<@Nullable Object> values = new ArrayList<>(columns.size());
        columns.forEach(column -> values.add(row.get(column)));
        return Collections.unmodifiableList(values);
    }

    private SqlStatement insert(QualifiedName table, List<String> columns, Map<String, @Nullable Object> row) {
        if (row.isEmpty()) {
            return SqlStatement.of("INSERT INTO " + spelling.quote(table) + " DEFAULT VALUES");
        }
        AssembledSql insert = new AssembledSql(spelling, into(table, columns) + " VALUES (");
        String comma = "";
        for (String column : columns) {
            insert.add(comma).value(row.get(column));
            comma = ", ";
        }
        return insert.add(")").statement();
    }

    private String into(QualifiedName table, List<String> columns) {
        return "INSERT INTO " + spelling.quote(table)
                + columns.stream().map(spelling::quote).collect(Collectors.joining(", ", " (", ")"));
    }

    private static void checkColumns(InsertRows operation, int index) {
        Set<String> first = operation.rows().get(0).keySet();
        Set<String> columns = operation.rows().get(index).keySet();
        if (!columns.equals(first)) {
            throw refusal(
                    "Row " + (index + 1) + " for \"" + operation.table() + "\" names the columns "
                            + String.join(", ", columns) + "; the first row names " + String.join(", ", first) + ".",
                    "Give every row the same columns, null where there is no value.");
        }
    }

    public SqlStatement update(UpdateRows operation) {
        if (operation.values().isEmpty()) {
            throw refusal("The update of \"" + operation.table() + "\" sets no column.", "Name at least one column.");
        }
        AssembledSql sql = new AssembledSql(spelling, "UPDATE " + spelling.quote(operation.table()) + " SET ");
        String comma = "";
        for (Map.Entry<String, @Nullable Object> value : operation.values().entrySet()) {
            sql.add(comma + spelling.quote(value.getKey()) + " = ").value(value.getValue());
            comma = ", ";
        }
        return where(sql, operation.where(), operation.table());
    }

    public SqlStatement delete(DeleteRows operation) {
        return where(
                new AssembledSql(spelling, "DELETE FROM " + spelling.quote(operation.table())),
                operation.where(),
                operation.table());
    }

    private static SqlStatement where(AssembledSql sql, @Nullable Condition condition, QualifiedName table) {
        if (condition instanceof Condition.Matches matches && matches.values().isEmpty()) {
            throw refusal(
                    "The condition on \"" + table + "\" names no column.",
                    "Name one, or leave where(…) out to mean all rows.");
        }
        return (condition == null ? sql : sql.where(text -> text.matching(condition))).statement();
    }

    private static RetortException refusal(String sentence, String hint) {
        return new RetortException(
                RetortException.Kind.SCRIPT, Problem.of(sentence).withHint(hint));
    }
}
