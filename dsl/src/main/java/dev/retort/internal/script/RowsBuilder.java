package dev.retort.internal.script;

import dev.retort.internal.error.Suggestion;
import dev.retort.internal.operation.BulkInsert;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.RowSource;
import dev.retort.internal.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one {@code bulkInsert} as they come: handed on some thousand at a time, so that no script needs memory
 * for all of them, and each handful is a value.
 */
public final class RowsBuilder {

    /** Enough to make a round trip cheap, few enough to be held. */
    static final int AT_ONCE = 2000;

    private final QualifiedName table;
    private final Consumer<Operation> out;
    private final List<Map<String, @Nullable Object>> waiting = new ArrayList<>();
    private Set<String> columns = Set.of();
    private long count;

    RowsBuilder(QualifiedName table, Consumer<Operation> out) {
        this.table = table;
        this.out = out;
    }

    /** One row: column names to values. */
    public void row(Map<String, ?> values) {
        Map<String, @Nullable Object> copy = PlainValue.row(values);
        if (count == 0) {
            columns = copy.keySet();
        }
        if (columns.isEmpty()) {
            throw new Refusal("A row for \"" + table + "\" names no column.");
        }
        count++;
        if (!copy.keySet().equals(columns)) {
            throw new Refusal(
                    "Row " + count + " for \"" + table + "\" does not name the columns of the first row.",
                    difference(copy.keySet()));
        }
        waiting.add(copy);
        if (waiting.size() == AT_ONCE) {
            flush();
        }
    }

    void flush() {
        if (!waiting.isEmpty()) {
            out.accept(new BulkInsert(table, new RowSource.Listed(waiting, count - waiting.size() + 1)));
            waiting.clear();
        }
    }

    private String difference(Set<String> others) {
        for (String column : others) {
            if (!columns.contains(column)) {
                return Suggestion.didYouMean(column, columns).orElse("It names \"" + column + "\" beyond them.");
            }
        }
        List<String> missing = new ArrayList<>(columns);
        missing.removeAll(others);
        return "It lacks \"" + missing.get(0) + "\"; write null where there is no value.";
    }
}
