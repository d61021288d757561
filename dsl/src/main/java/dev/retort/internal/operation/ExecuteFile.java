package dev.retort.internal.operation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs the statements of a file of SQL.
 *
 * @param file beside the script, as the script names it
 * @param down the file that undoes it; null when none was named
 * @param values for where the file says {@code :name}; with none it is taken as it is
 */
public record ExecuteFile(String file, @Nullable String down, Map<String, @Nullable Object> values) implements Work {

    public ExecuteFile {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public ExecuteFile(String file, @Nullable String down) {
        this(file, down, Map.of());
    }

    @Override
    public Inverse inverse() {
        return down == null
                ? Inverse.none("SQL has no inverse that could be derived; name the file that undoes it with down:")
                : Inverse.of(new ExecuteFile(down, file, values));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.executeFile(this);
    }
}
