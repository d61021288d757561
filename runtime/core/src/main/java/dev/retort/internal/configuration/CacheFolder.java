package dev.retort.internal.configuration;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The user's folder for what may vanish at any time: {@code RETORT_CACHE}, or where the XDG base directories have it. The
 * launcher looks for it in the same way.
 */
public final class CacheFolder {

    private static final String NONE = "off";

    private CacheFolder() {}

    /** Empty where there is to be none, or no place for it. */
    public static Optional<Path> of(Map<String, String> environment) {
        String named = environment.getOrDefault("RETORT_CACHE", "");
        if (named.equals(NONE)) {
            return Optional.empty();
        }
        return absolute(named)
                .or(() -> absolute(environment.get("XDG_CACHE_HOME")).map(folder -> folder.resolve("retort")))
                .or(() -> absolute(environment.get("HOME")).map(folder -> folder.resolve(".cache/retort")));
    }

    private static Optional<Path> absolute(@Nullable String folder) {
        try {
            return Optional.ofNullable(folder)
                    .filter(name -> !name.isEmpty())
                    .map(Path::of)
                    .filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
