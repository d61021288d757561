package dev.retort.operation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs SQL, one statement or several.
 *
 * @param parameters bound where the text says {@code :name}; empty means that the text has none and is taken as it is
 */
public record Execute(String sql, Map<String, @Nullable Object> parameters) implements Operation {
    public Execute {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    @Override
    public Inverse inverse() {
        return Inverse.none("SQL has no inverse that could be derived; write upgrade and downgrade");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.execute(this);
    }
}
