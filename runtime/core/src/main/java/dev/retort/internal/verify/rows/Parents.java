package dev.retort.internal.verify.rows;

import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.dialect.ExactRows;
import dev.retort.internal.dialect.Spelling;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Constraint.ForeignKey;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.schema.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rows that others can refer to. */
final class Parents {

    private static final int MOST = 40;

    private final Trials trials;
    private final Schema schema;
    private final Spelling spelling;
    private final ExactRows exact;

    Parents(Trials trials, Schema schema, Dialect dialect) {
        this.trials = trials;
        this.schema = schema;
        this.spelling = dialect.spelling();
        this.exact = dialect.exactRows();
    }

    private Optional<Table> table(QualifiedName name) {
        return schema.table(name)
                .or(() -> schema.tables()
                        .filter(each -> each.name().toString().equalsIgnoreCase(name.toString()))
                        .findFirst());
    }

    /** The columns that a foreign key leads to; none where nobody knows. */
    List<String> columns(ForeignKey key) {
        return !key.referencedColumns().isEmpty()
                ? key.referencedColumns()
                : table(key.referencedTable()).stream()
                        .flatMap(table -> table.constraints().stream())
                        .filter(Constraint.PrimaryKey.class::isInstance)
                        .findFirst()
                        .map(primary -> primary.accept(Constraint.COLUMNS))
                        .orElse(List.of());
    }

    /** The values that a foreign key may have, as literals. */
    List<List<String>> rows(ForeignKey key) throws SQLException {
        List<String> columns = columns(key);
        if (columns.size() != key.columns().size()) {
            return List.of();
        }
        List<String> quoted = columns.stream().map(spelling::quote).toList();
        String sql = "SELECT DISTINCT " + quoted.stream().map(exact::literal).collect(Collectors.joining(", "))
                + " FROM "
                + table(key.referencedTable()).map(exact::ownRows).orElse(spelling.quote(key.referencedTable()))
                + " WHERE " + quoted.stream().map(each -> each + " IS NOT NULL").collect(Collectors.joining(" AND "))
                + " ORDER BY "
                + IntStream.rangeClosed(1, columns.size())
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(", "))
                + " LIMIT " + MOST;
        return trials.query(sql).orElse(List.of()).stream()
                .map(Parents::literals)
                .sorted(Parents::compare)
                .toList();
    }

    private static List<String> literals(List<@Nullable String> row) {
        return row.stream().map(String::valueOf).toList();
    }

    /** Shorter ones first: they are the lower numbers. */
    private static int compare(List<String> one, List<String> other) {
        for (int i = 0; i < one.size(); i++) {
            int byLength = Integer.compare(one.get(i).length(), other.get(i).length());
            int order = byLength == 0 ? one.get(i).compareTo(other.get(i)) : byLength;
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
