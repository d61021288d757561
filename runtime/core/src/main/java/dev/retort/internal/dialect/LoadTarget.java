package dev.retort.internal.dialect;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.error.Suggestion;
import dev.retort.internal.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A table that rows are loaded into, as the catalog describes it.
 *
 * @param columns by name
 * @param fast whether {@link RowLoading#sink} may be used for it; inserts do the same elsewhere
 */
public record LoadTarget(QualifiedName table, Map<String, Column> columns, boolean fast) {

    /**
     * A column of the table.
     *
     * @param type in the database's own words
     * @param refusal why no value may be given, as the end of a sentence; null when one may
     */
    public record Column(String name, String type, @Nullable String refusal) {}

    public Column column(String name) {
        return Objects.requireNonNull(columns.get(name));
    }

    /** @throws RetortException of the kind SCRIPT naming each column that the table lacks or that takes no value */
    public void check(Collection<String> names) {
        List<Problem> problems = new ArrayList<>();
        for (String name : names) {
            Column column = columns.get(name);
            if (column == null) {
                String hint = Suggestion.didYouMean(name, columns.keySet())
                        .orElse("Its columns are " + String.join(", ", columns.keySet()) + ".");
                problems.add(Problem.of("The table \"" + table + "\" has no column \"" + name + "\".")
                        .withHint(hint));
            } else if (column.refusal() != null) {
                problems.add(Problem.of("The column \"" + name + "\" of \"" + table + "\" " + column.refusal() + ".")
                        .withHint("Leave it out of the rows."));
            }
        }
        if (!problems.isEmpty()) {
            throw new RetortException(Kind.SCRIPT, problems);
        }
    }
}
