package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.dialect.BoundSql;
import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.operation.Condition;
import dev.retort.internal.operation.DeleteRows;
import dev.retort.internal.operation.InsertRows;
import dev.retort.internal.operation.SqlExpression;
import dev.retort.internal.operation.UpdateRows;
import dev.retort.internal.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Inserts, updates and deletes, their values bound. */
final class RowStatements {

    private final StringBuilder sql = new StringBuilder();
    private final List<@Nullable Object> values = new ArrayList<>();

    private RowStatements(String start) {
        sql.append(start);
    }

    /** Rows that need the same text are one statement, run once for each of them. */
    static List<SqlStatement> insert(InsertRows operation) {
        List<SqlStatement> statements = new ArrayList<>();
        List<List<@Nullable Object>> run = new ArrayList<>();
        String runSql = "";
        List<String> columns = operation.rows().isEmpty()
                ? List.of()
                : List.copyOf(operation.rows().get(0).keySet());
        String bound = allBound(operation.table(), columns);
        for (int i = 0; i < operation.rows().size(); i++) {
            checkColumns(operation, i);
            Map<String, @Nullable Object> given = operation.rows().get(i);
            RowStatements row = given.values().stream().anyMatch(SqlExpression.class::isInstance)
                    ? insert(operation.table(), columns, given)
                    : new RowStatements(bound).binding(columns, given);
            String sql = row.sql.toString();
            if (!sql.equals(runSql)) {
                end(runSql, run, statements);
                runSql = sql;
            }
            if (row.values.isEmpty()) {
                statements.add(SqlStatement.of(runSql));
            } else {
                run.add(Collections.unmodifiableList(row.values));
            }
        }
        end(runSql, run, statements);
        return statements;
    }

    /** The text of nearly all rows: a parameter for each column. */
    static String allBound(QualifiedName table, List<String> columns) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        columns.forEach(column -> row.put(column, null));
        return insert(table, columns, row).sql.toString();
    }

    private RowStatements binding(List<String> columns, Map<String, @Nullable Object> row) {
        columns.forEach(column -> values.add(row.get(column)));
        return this;
    }

    private static void end(String sql, List<List<@Nullable Object>> run, List<SqlStatement> statements) {
        if (!run.isEmpty()) {
            statements.add(new SqlStatement(sql, run, false));
            run.clear();
        }
    }

    private static void checkColumns(InsertRows operation, int index) {
        Set<String> first = operation.rows().get(0).keySet();
        Set<String> columns = operation.rows().get(index).keySet();
        if (!columns.equals(first)) {
            throw Refusal.of(
                    "Row " + (index + 1) + " for \"" + operation.table() + "\" names the columns "
                            + String.join(", ", columns) + "; the first row names " + String.join(", ", first) + ".",
                    "Give every row the same columns, null where there is no value.");
        }
    }

    private static RowStatements insert(QualifiedName table, List<String> columns, Map<String, @Nullable Object> row) {
        RowStatements insert = new RowStatements("INSERT INTO " + Names.quote(table));
        if (row.isEmpty()) {
            insert.sql.append(" DEFAULT VALUES");
            return insert;
        }
        insert.sql.append(" (").append(Names.quoted(columns)).append(") VALUES (");
        String comma = "";
        for (String column : columns) {
            insert.sql.append(comma);
            insert.value(row.get(column));
            comma = ", ";
        }
        insert.sql.append(")");
        return insert;
    }

    static List<SqlStatement> update(UpdateRows operation) {
        if (operation.values().isEmpty()) {
            throw Refusal.of(
                    "The update of \"" + operation.table() + "\" sets no column.", "Name at least one column.");
        }
        RowStatements update = new RowStatements("UPDATE " + Names.quote(operation.table()) + " SET ");
        String comma = "";
        for (Map.Entry<String, @Nullable Object> entry : operation.values().entrySet()) {
            update.sql.append(comma).append(Names.quote(entry.getKey())).append(" = ");
            update.value(entry.getValue());
            comma = ", ";
        }
        return update.where(operation.where(), operation.table());
    }

    static List<SqlStatement> delete(DeleteRows operation) {
        return new RowStatements("DELETE FROM " + Names.quote(operation.table()))
                .where(operation.where(), operation.table());
    }

    private List<SqlStatement> where(@Nullable Condition condition, QualifiedName table) {
        if (condition instanceof Condition.Sql text) {
            sql.append(" WHERE ");
            SqlStatement bound = BoundSql.condition(text, Names.SYNTAX);
            sql.append(bound.sql());
            bound.parameterRows().forEach(values::addAll);
        } else if (condition instanceof Condition.Matches matches) {
            if (matches.values().isEmpty()) {
                throw Refusal.of(
                        "The condition on \"" + table + "\" names no column.",
                        "Name one, or leave where(…) out to mean all rows.");
            }
            String and = " WHERE ";
            for (Map.Entry<String, @Nullable Object> entry : matches.values().entrySet()) {
                sql.append(and);
                matches(Names.quote(entry.getKey()), entry.getValue());
                and = " AND ";
            }
        }
        return List.of(
                values.isEmpty()
                        ? SqlStatement.of(sql.toString())
                        : new SqlStatement(sql.toString(), List.of(Collections.unmodifiableList(values)), false));
    }

    private void matches(String column, @Nullable Object value) {
        if (value == null) {
            sql.append(column).append(" IS NULL");
        } else if (!(value instanceof List<?> members)) {
            sql.append(column).append(" = ");
            value(value);
        } else {
            List<?> present = members.stream().filter(Objects::nonNull).toList();
            boolean orNull = present.size() < members.size();
            sql.append(orNull ? "(" : "").append(column).append(" IN (");
            String comma = "";
            for (Object member : present) {
                sql.append(comma);
                value(member);
                comma = ", ";
            }
            sql.append(orNull ? ") OR " + column + " IS NULL)" : ")");
        }
    }

    private void value(@Nullable Object value) {
        if (value instanceof SqlExpression expression) {
            sql.append(Expressions.portable(expression.sql()));
        } else {
            sql.append('?');
            values.add(value);
        }
    }
}
