package dev.retort.internal.schema;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A function or a procedure that the database keeps.
 *
 * @param returns the type of what it gives back, {@code SETOF integer} and {@code TABLE(a integer)} as a named one; null
 *     for a procedure, and where its arguments say so
 * @param body its text, in its language. {@code RETURN …} and {@code BEGIN ATOMIC … END} of the language {@code sql} are
 *     no texts to the server, but parts of the statement
 */
public record Routine(
        Signature signature,
        @Nullable ColumnType returns,
        String language,
        String body,
        Characteristics characteristics)
        implements SchemaObject {

    /**
     * What tells a routine from others.
     *
     * @param arguments SQL as it stands between the brackets, with names and defaults; null where the name alone is to
     *     find it. Texts that differ may name the same routine: it is found by {@link #types()}
     */
    public record Signature(QualifiedName name, @Nullable String arguments, boolean procedure) {
        /**
         * The types of what it takes, as the server spells them: {@code integer, text}; null where the name alone is to
         * find it.
         */
        public @Nullable String types() {
            return arguments == null ? null : ArgumentTypes.of(arguments);
        }

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

    @Override
    public ObjectName objectName() {
        return new ObjectName(ObjectKind.ROUTINE, signature.name(), signature.types());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.routine(this);
    }
}
