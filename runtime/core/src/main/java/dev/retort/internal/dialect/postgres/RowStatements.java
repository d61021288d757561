package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.BoundSql;
import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.operation.Condition;
import dev.retort.internal.operation.DeleteRows;
import dev.retort.internal.operation.InsertRows;
import dev.retort.internal.operation.SqlExpression;
import dev.retort.internal.operation.UpdateRows;
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

    private RowStatements() {}

    /** One statement for each run of rows that name the same expressions; values differ, texts do not. */
    static List<SqlStatement> insert(InsertRows operation) {
        checkColumns(operation);
        List<SqlStatement> statements = new ArrayList<>();
        List<List<@Nullable Object>> pending = new ArrayList<>();
        String pendingSql = "";
        for (Map<String, @Nullable Object> row : operation.rows()) {
            Assembled assembled = insert(operation, row);
            SqlStatement statement = assembled.statement();
            if (!statement.sql().equals(pendingSql) || statement.parameterRows().isEmpty()) {
                flush(pendingSql, pending, statements);
                pendingSql = statement.sql();
            }
            if (statement.parameterRows().isEmpty()) {
                statements.add(statement);
            } else {
                pending.addAll(statement.parameterRows());
            }
        }
        flush(pendingSql, pending, statements);
        return List.copyOf(statements);
    }

    private static void flush(String sql, List<List<@Nullable Object>> pending, List<SqlStatement> statements) {
        if (!pending.isEmpty()) {
            statements.add(new SqlStatement(sql, pending, false));
            pending.clear();
        }
    }

    private static Assembled insert(InsertRows operation, Map<String, @Nullable Object> row) {
        Assembled sql = new Assembled().add("INSERT INTO " + Identifiers.quote(operation.table()) + " ");
        if (row.isEmpty()) {
            return sql.add("DEFAULT VALUES");
        }
        Set<String> columns = operation.rows().get(0).keySet();
        sql.add(Identifiers.list(columns) + " VALUES (");
        String comma = "";
        for (String column : columns) {
            sql.add(comma).value(row.get(column));
            comma = ", ";
        }
        return sql.add(")");
    }

    private static void checkColumns(InsertRows operation) {
        for (int i = 1; i < operation.rows().size(); i++) {
            Set<String> first = operation.rows().get(0).keySet();
            Set<String> columns = operation.rows().get(i).keySet();
            if (!columns.equals(first)) {
                throw Refusal.of(
                        "Row " + (i + 1) + " for \"" + operation.table() + "\" names the columns "
                                + String.join(", ", columns) + "; the first row names " + String.join(", ", first)
                                + ".",
                        "Give every row the same columns, null where there is no value.");
            }
        }
    }

    static SqlStatement update(UpdateRows operation) {
        if (operation.values().isEmpty()) {
            throw Refusal.of(
                    "The update of \"" + operation.table() + "\" sets no column.", "Name at least one column.");
        }
        Assembled sql = new Assembled().add("UPDATE " + Identifiers.quote(operation.table()) + " SET ");
        Map<String, @Nullable Object> values = new LinkedHashMap<>(operation.values());
        String comma = "";
        for (Map.Entry<String, @Nullable Object> value : values.entrySet()) {
            sql.add(comma + Identifiers.quote(value.getKey()) + " = ").value(value.getValue());
            comma = ", ";
        }
        return where(sql, operation.where(), operation.table().toString()).statement();
    }

    static SqlStatement delete(DeleteRows operation) {
        Assembled sql = new Assembled().add("DELETE FROM " + Identifiers.quote(operation.table()));
        return where(sql, operation.where(), operation.table().toString()).statement();
    }

    private static Assembled where(Assembled sql, @Nullable Condition condition, String table) {
        if (condition == null) {
            return sql;
        } else if (condition instanceof Condition.Sql text) {
            return sql.add(" WHERE ").condition(text);
        }
        Map<String, @Nullable Object> values = ((Condition.Matches) condition).values();
        if (values.isEmpty()) {
            throw Refusal.of(
                    "The condition on \"" + table + "\" names no column.",
                    "Name one, or leave where(…) out to mean all rows.");
        }
        String and = " WHERE ";
        for (Map.Entry<String, @Nullable Object> value : values.entrySet()) {
            matches(sql.add(and), Identifiers.quote(value.getKey()), value.getValue());
            and = " AND ";
        }
        return sql;
    }

    private static void matches(Assembled sql, String column, @Nullable Object value) {
        if (value == null) {
            sql.add(column + " IS NULL");
        } else if (!(value instanceof List<?> members)) {
            sql.add(column + " = ").value(value);
        } else {
            List<?> present = members.stream().filter(Objects::nonNull).toList();
            boolean orNull = present.size() < members.size();
            sql.add(orNull ? "(" : "")
                    .add(column + " = ANY (")
                    .value(present)
                    .add(orNull ? ") OR " + column + " IS NULL)" : ")");
        }
    }

    /** SQL in the making, with the values of its parameters. */
    private static final class Assembled {
        private final StringBuilder sql = new StringBuilder();
        private final List<@Nullable Object> values = new ArrayList<>();
        /** The author's own texts, as they must stand where there are parameters and where there are none. */
        private final StringBuilder plain = new StringBuilder();

        Assembled add(String text) {
            sql.append(text);
            plain.append(text);
            return this;
        }

        Assembled value(@Nullable Object value) {
            if (value instanceof SqlExpression expression) {
                return condition(new Condition.Sql(expression.sql(), Map.of()));
            }
            values.add(value);
            return add("?");
        }

        Assembled condition(Condition.Sql condition) {
            SqlStatement bound = BoundSql.condition(condition, PostgresSyntax.SYNTAX);
            sql.append(bound.sql());
            plain.append(condition.sql());
            bound.parameterRows().forEach(values::addAll);
            return this;
        }

        SqlStatement statement() {
            return values.isEmpty()
                    ? SqlStatement.of(plain.toString())
                    : new SqlStatement(sql.toString(), List.of(Collections.unmodifiableList(values)), false);
        }
    }
}
