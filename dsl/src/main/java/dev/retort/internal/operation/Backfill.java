package dev.retort.internal.operation;

import dev.retort.internal.schema.QualifiedName;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Updates many rows in batches, each in a transaction of its own, so that nothing is locked for long and an interrupted
 * one goes on where it stopped.
 *
 * @param where which rows are still to be set; null means that each row is set once
 * @param parameters bound where the texts of {@code set} and {@code where} say {@code :name}
 * @param down what is set by a downgrade; null when the author did not say
 */
public record Backfill(
        QualifiedName table,
        Assignments set,
        @Nullable Condition where,
        Map<String, @Nullable Object> parameters,
        Batches batches,
        @Nullable WayBack down)
        implements Work {

    public Backfill {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** What the columns of a row become. */
    public sealed interface Assignments {

        /** What is written after {@code SET}. */
        record Sql(String sql) implements Assignments {}

        /** @param values column names to values; a {@link SqlExpression} is passed through */
        record Values(Map<String, @Nullable Object> values) implements Assignments {
            public Values {
                values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
            }
        }
    }

    /**
     * How the table is gone through.
     *
     * @param key the columns that tell its rows apart; empty means the primary key
     * @param size how many rows a batch has
     * @param pause between two batches
     */
    public record Batches(List<String> key, int size, Duration pause) {
        public Batches {
            key = List.copyOf(key);
        }
    }

    /** @param set of every row, in batches as well; null where nothing is to be undone */
    public record WayBack(@Nullable Assignments set) {}

    /** The same work, however large its batches and its pauses are, and whatever undoes it. */
    public Backfill withoutPace() {
        return new Backfill(table, set, where, parameters, new Batches(batches.key(), 1, Duration.ZERO), null);
    }

    @Override
    public Inverse inverse() {
        if (down == null) {
            return Inverse.none("the old values are not known; give what to set in the downgrade with down:");
        }
        return down.set() == null
                ? Inverse.nothing()
                : Inverse.of(new Backfill(table, down.set(), null, Map.of(), batches, null));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.backfill(this);
    }
}
