package dev.retort.internal.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How and where PostgreSQL keeps a table or an index.
 *
 * @param parameters storage parameters ({@code fillfactor}) to plain values, in the order they were given
 * @param tablespace null means the default one
 */
public record Storage(
        Map<String, Object> parameters, @Nullable String tablespace) {
    public Storage {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }
}
