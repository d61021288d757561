package dev.retort.internal.schema;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A function or a procedure that the database keeps.
 *
 * @param returns the type of what it gives back; null for a procedure, and where its arguments say so
 * @param body its text, in its language
 */
public record Routine(
        Signature signature,
        @Nullable ColumnType returns,
        String language,
        String body,
        Characteristics characteristics) {

    /**
     * What distinguishes a routine from others.
     *
     * @param arguments SQL as it is written between the brackets; null where the name alone is to find it
     */
    public record Signature(QualifiedName name, @Nullable String arguments, boolean procedure) {
        /** Unquoted, for messages. */
        @Override
        public String toString() {
            return name + (arguments == null ? "" : "(" + arguments + ")");
        }
    }

    /**
     * @param volatility {@code IMMUTABLE}, {@code STABLE} or {@code VOLATILE}; null leaves it to the database, like all
     *     that is null here
     * @param strict null arguments give null, without a call
     * @param securityDefiner it runs with the rights of its owner
     * @param parallel {@code SAFE}, {@code RESTRICTED} or {@code UNSAFE}
     * @param cost of a call, for the planner
     * @param rows how many it gives, for the planner
     * @param settings parameters of the server while it runs, each with its values
     */
    public record Characteristics(
            @Nullable String volatility,
            boolean strict,
            boolean securityDefiner,
            boolean leakproof,
            @Nullable String parallel,
            @Nullable Long cost,
            @Nullable Long rows,
            SortedMap<String, List<String>> settings) {
        public static final Characteristics NONE =
                new Characteristics(null, false, false, false, null, null, null, Collections.emptySortedMap());

        public Characteristics {
            settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        }
    }

    public Routine withBody(String newBody) {
        return new Routine(signature, returns, language, newBody, characteristics);
    }
}
