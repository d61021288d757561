package dev.retort.internal.verify.rows;

import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.dialect.ExactRows;
import dev.retort.internal.schema.QualifiedName;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How many rows tables have, asked for many of them at once. */
final class RowCounts {

    /** A query has no more columns than that anywhere. */
    private static final int AT_ONCE = 200;

    private final Trials trials;
    private final ExactRows exact;

    RowCounts(Trials trials, Dialect dialect) {
        this.trials = trials;
        this.exact = dialect.exactRows();
    }

    /** @param most where counting ends */
    Map<QualifiedName, Integer> of(List<TableShape> shapes, int most) throws SQLException {
        Map<QualifiedName, Integer> counts = new LinkedHashMap<>();
        for (int from = 0; from < shapes.size(); from += AT_ONCE) {
            List<TableShape> some = shapes.subList(from, Math.min(from + AT_ONCE, shapes.size()));
            String sql = some.stream()
                    .map(shape -> "(SELECT count(*) FROM (SELECT 1 AS one FROM " + exact.ownRows(shape.table())
                            + " LIMIT " + most + ") AS q)")
                    .collect(Collectors.joining(", ", "SELECT ", ""));
            for (List<@Nullable String> row : trials.query(sql).orElse(List.of())) {
                for (int i = 0; i < some.size(); i++) {
                    counts.put(some.get(i).name(), Integer.parseInt(String.valueOf(row.get(i))));
                }
            }
        }
        return counts;
    }
}
