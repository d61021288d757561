package dev.retort.internal.operation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which rows an update or a delete is about. */
public sealed interface Condition {

    /**
     * Every named column has the value; a null means {@code IS NULL}, a list means any of its members.
     *
     * @param values column names to values; not empty
     */
    record Matches(Map<String, @Nullable Object> values) implements Condition {
        public Matches {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /** @param parameters bound where the text says {@code :name} */
    record Sql(String sql, Map<String, @Nullable Object> parameters) implements Condition {
        public Sql {
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        }
    }
}
