package dev.retort.internal.operation;

import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.QualifiedName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a sequence that an operation speaks of; null ones are not spoken of.
 *
 * @param min the least number; of no value, the least there can be
 * @param max the greatest number; of no value, the greatest there can be
 * @param cycle begins again after the last number
 * @param owner the column it is dropped with; of no value, none
 */
public record SequenceOptions(
        @Nullable ColumnType type,
        @Nullable Long start,
        @Nullable Long increment,
        @Nullable Change<Long> min,
        @Nullable Change<Long> max,
        @Nullable Long cache,
        @Nullable Boolean cycle,
        @Nullable Change<Owner> owner) {

    public static final SequenceOptions NONE = new SequenceOptions(null, null, null, null, null, null, null, null);

    /** A column. */
    public record Owner(QualifiedName table, String column) {}

    /** Which of the options that the other speaks of this one does not, by their names in a script. */
    String missing(SequenceOptions other) {
        Map<String, @Nullable Object> own = named();
        return other.named().entrySet().stream()
                .filter(option -> option.getValue() != null && own.get(option.getKey()) == null)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(": …, "));
    }

    /** This, without what the other does not speak of. */
    SequenceOptions only(SequenceOptions other) {
        return new SequenceOptions(
                other.type == null ? null : type,
                other.start == null ? null : start,
                other.increment == null ? null : increment,
                other.min == null ? null : min,
                other.max == null ? null : max,
                other.cache == null ? null : cache,
                other.cycle == null ? null : cycle,
                other.owner == null ? null : owner);
    }

    private Map<String, @Nullable Object> named() {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        named.put("type", type);
        named.put("start", start);
        named.put("increment", increment);
        named.put("min", min);
        named.put("max", max);
        named.put("cache", cache);
        named.put("cycle", cycle);
        named.put("ownedBy", owner);
        return named;
    }

    /** Whether it speaks of anything. */
    public boolean isEmpty() {
        return named().values().stream().allMatch(Objects::isNull);
    }
}
