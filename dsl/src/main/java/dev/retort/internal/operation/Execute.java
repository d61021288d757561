package dev.retort.internal.operation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs SQL, one statement or several, once or for each of many rows.
 *
 * @param rows values that are bound where the text says {@code :name}; an empty row means that the text has none and is
 *     taken as it is
 * @param first the number of the first of them among all rows of the call, from 1
 */
public record Execute(String sql, List<Map<String, @Nullable Object>> rows, long first) implements Work {
    public Execute {
        rows = rows.stream()
                .map(row -> Collections.unmodifiableMap(new LinkedHashMap<>(row)))
                .toList();
    }

    public Execute(String sql, Map<String, @Nullable Object> parameters) {
        this(sql, List.of(parameters), 1);
    }

    @Override
    public Inverse inverse() {
        return Inverse.none("SQL has no inverse that could be derived; write upgrade and downgrade");
    }

    @Override
    public boolean countsRows() {
        return true;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.execute(this);
    }
}
