package dev.retort.internal.task;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.error.Suggestion;
import dev.retort.internal.fold.InheritedColumns;
import dev.retort.internal.operation.BulkInsert;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.RowSource;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.schema.Table;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the rows of tables that belong to a schema as its constants do: countries, currencies, roles. */
public final class LookupRows {

    /** Of these a script has literals; all else is written as the database prints it. */
    private static final Set<Class<?>> LITERALS =
            Set.of(Integer.class, Long.class, BigDecimal.class, Boolean.class, String.class, byte[].class);

    private final Schema schema;
    private final Dialect dialect;

    public LookupRows(Schema schema, Dialect dialect) {
        this.schema = schema;
        this.dialect = dialect;
    }

    /**
     * What inserts the rows that are there.
     *
     * @param tables in the order in which their rows are inserted
     * @throws RetortException of the kind USAGE where there is no such table
     */
    public List<Operation> of(List<String> tables, Connection connection) throws SQLException {
        List<Operation> inserts = new ArrayList<>();
        for (String name : tables) {
            Table table = table(name);
            List<Map<String, @Nullable Object>> rows = rows(table, connection);
            if (!rows.isEmpty()) {
                inserts.add(new BulkInsert(table.name(), new RowSource.Listed(rows, 1)));
            }
        }
        return inserts;
    }

    private Table table(String name) {
        List<String> known =
                schema.tables().map(table -> table.name().toString()).toList();
        return schema.tables()
                .filter(table -> table.name().toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new RetortException(
                        RetortException.Kind.USAGE,
                        Problem.of("There is no table \"" + name + "\" to take rows from.")
                                .withHint(Suggestion.didYouMean(name, known)
                                        .orElse("The tables are " + String.join(", ", known) + "."))));
    }

    private List<Map<String, @Nullable Object>> rows(Table table, Connection connection) throws SQLException {
        List<String> columns = new InheritedColumns(schema)
                .of(table).stream()
                        .filter(column -> column.generated() == null)
                        .map(Column::name)
                        .toList();
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(select(table, columns))) {
            while (found.next()) {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                for (int i = 0; i < columns.size(); i++) {
                    row.put(columns.get(i), value(found, i + 1));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static @Nullable Object value(ResultSet row, int column) throws SQLException {
        Object value = row.getObject(column);
        return value == null || LITERALS.contains(value.getClass()) ? value : row.getString(column);
    }

    /** In the order of the primary key, so that it is the same each time. */
    private String select(Table table, List<String> columns) {
        String order = table.constraints().stream()
                .filter(Constraint.PrimaryKey.class::isInstance)
                .map(key -> " ORDER BY " + quoted(((Constraint.PrimaryKey) key).columns()))
                .collect(Collectors.joining());
        return "SELECT " + quoted(columns) + " FROM " + quoted(table.name()) + order;
    }

    private String quoted(QualifiedName name) {
        String own = dialect.folding().quote(name.name());
        return name.schema() == null ? own : dialect.folding().quote(name.schema()) + "." + own;
    }

    private String quoted(List<String> names) {
        return names.stream().map(dialect.folding()::quote).collect(Collectors.joining(", "));
    }
}
