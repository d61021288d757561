package dev.retort.internal.script;

import dev.retort.internal.operation.Backfill;
import dev.retort.internal.operation.Backfill.Assignments;
import dev.retort.internal.operation.Condition;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.QualifiedName;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a script says of one backfill. */
final class BackfillReader {

    private static final long BATCH_SIZE = 1000;

    private final QualifiedName table;
    private final Options options;

    BackfillReader(QualifiedName table, Options options) {
        this.table = table;
        this.options = options;
    }

    Operation read() {
        Assignments set = assignments("set");
        if (set == null) {
            throw new Refusal(
                    "backfill of \"" + table + "\" does not say what to set.", "Add set: 'column = expression'.");
        }
        Condition where = condition();
        Map<String, @Nullable Object> parameters = PlainValue.row(options.pairs("parameters"));
        Backfill.Batches batches = new Backfill.Batches(
                key(), (int) number("batchSize", BATCH_SIZE, 1), Duration.ofMillis(number("pause", 0, 0)));
        Backfill.WayBack down = options.has("down") ? new Backfill.WayBack(assignments("down")) : null;
        options.done();
        return new Backfill(table, set, where, parameters, batches, down);
    }

    /** SQL, or columns with their values; null where it is neither. */
    private @Nullable Assignments assignments(String option) {
        Object value = options.value(option);
        if (value instanceof Map<?, ?> columns) {
            return columns.isEmpty() ? null : new Assignments.Values(PlainValue.row(columns));
        }
        String sql = options.sql(option);
        return sql == null || sql.isBlank() ? null : new Assignments.Sql(sql);
    }

    private @Nullable Condition condition() {
        if (!options.has("where")) {
            return null;
        }
        Condition condition;
        boolean empty;
        if (options.value("where") instanceof Map<?, ?> columns) {
            condition = new Condition.Matches(PlainValue.row(columns));
            empty = columns.isEmpty()
                    || columns.values().stream().anyMatch(each -> each instanceof Collection<?> any && any.isEmpty());
        } else {
            String sql = options.sql("where");
            condition = new Condition.Sql(sql == null ? "" : sql, Map.of());
            empty = sql == null || sql.isBlank();
        }
        if (empty) {
            throw new Refusal(
                    "The condition of where: in the backfill of \"" + table + "\" is empty.",
                    "Leave where: out to set every row once.");
        }
        return condition;
    }

    private List<String> key() {
        Object key = options.value("key");
        return key instanceof CharSequence name
                ? List.of(Columns.name("the key of backfill", name.toString()))
                : options.names("key");
    }

    private long number(String option, long otherwise, long least) {
        Long given = options.number(option);
        long number = given == null ? otherwise : given;
        if (number < least || number > Integer.MAX_VALUE) {
            throw new Refusal(
                    "Option \"" + option + "\" of backfill is " + number + "; it can be from " + least + " to "
                            + Integer.MAX_VALUE + ".",
                    option.equals("pause")
                            ? "It is the milliseconds between two batches."
                            : "It is the number of rows that one transaction sets.");
        }
        return number;
    }
}
