package dev.retort.internal.target;

import dev.retort.internal.dialect.Dialect;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a {@link SchemaModel} is read with.
 *
 * @param dialect of the database that the schema is for
 * @param home what relative paths start from
 * @param settings of the model, by their keys, each with one value or several
 */
public record ModelContext(Dialect dialect, Path home, Map<String, List<String>> settings) {

    public ModelContext {
        settings = Map.copyOf(new TreeMap<>(settings));
    }

    /** The values of a setting; none where it is not set. */
    public List<String> all(String key) {
        return settings.getOrDefault(key, List.of());
    }

    /** The value of a setting that has one; of several the last one counts. */
    public Optional<String> one(String key) {
        List<String> values = all(key);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }
}
