package dev.retort.internal.verify.rows;

import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.dialect.Spelling;
import dev.retort.internal.schema.Constraint.ForeignKey;
import dev.retort.internal.schema.QualifiedName;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Has a row refer to itself where a foreign key leads to its own table: no row can do so before it is there. */
final class SelfReferences {

    /** What refers to others is to be left as well. */
    private static final int FEWEST_ROWS = 3;

    private final Trials trials;
    private final Spelling spelling;
    private final Parents parents;

    SelfReferences(Trials trials, Dialect dialect, Parents parents) {
        this.trials = trials;
        this.spelling = dialect.spelling();
        this.parents = parents;
    }

    /** Changes the last row of a table for each such key, unless the database refuses it or one does already. */
    void add(TableShape shape, UnaryOperator<QualifiedName> entrance) throws SQLException {
        for (ForeignKey key : shape.foreignKeys()) {
            List<String> referenced = parents.columns(key);
            boolean own = entrance.apply(key.referencedTable()).equals(shape.name());
            if (own && referenced.size() == key.columns().size() && !isThere(shape, key, referenced)) {
                add(shape, key, referenced);
            }
        }
        trials.commit();
    }

    private void add(TableShape shape, ForeignKey key, List<String> referenced) throws SQLException {
        List<List<String>> rows = parents.rows(key);
        if (rows.size() < FEWEST_ROWS) {
            return;
        }
        List<String> last = rows.get(rows.size() - 1);
        trials.run(List.of("UPDATE " + spelling.quote(shape.name()) + " SET " + equal(key.columns(), last, ", ")
                + " WHERE " + equal(referenced, last, " AND ")));
    }

    private boolean isThere(TableShape shape, ForeignKey key, List<String> referenced) throws SQLException {
        List<String> columns = referenced.stream().map(spelling::quote).toList();
        return trials.query("SELECT 1 FROM " + spelling.quote(shape.name()) + " WHERE "
                        + equal(key.columns(), columns, " AND ") + " LIMIT 1")
                .map(rows -> !rows.isEmpty())
                .orElse(true);
    }

    private String equal(List<String> columns, List<String> values, String between) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> spelling.quote(columns.get(i)) + " = " + values.get(i))
                .collect(Collectors.joining(between));
    }
}
