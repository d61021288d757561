package dev.retort.internal.chain;

import dev.retort.internal.cache.BuildIdentity;
import dev.retort.internal.header.Header;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A folder with the headers of scripts, a file for each folder of scripts, each of which may vanish at any time. A chain of
 * hundreds is not read again to see that there is nothing to do.
 */
public final class HeaderCache {

    /** Keeps nothing. */
    public static final HeaderCache NONE = new HeaderCache(null, Optional::empty);

    /** Fewer are read as quickly. */
    private static final int LEAST = 50;

    private final @Nullable Path folder;
    private final Supplier<Optional<String>> build;

    private HeaderCache(@Nullable Path folder, Supplier<Optional<String>> build) {
        this.folder = folder;
        this.build = build;
    }

    /** @param folder created when something is kept, for its owner alone */
    public static HeaderCache in(Path folder) {
        return new HeaderCache(folder, () -> BuildIdentity.of(HeaderCache.class, Header.class));
    }

    /** @param build what reads the headers */
    static HeaderCache of(Path folder, String build) {
        return new HeaderCache(folder, () -> Optional.of(build));
    }

    /**
     * What is known of a folder of scripts.
     *
     * @param count how many scripts are in it
     * @param names the names of files as messages give them
     */
    KnownHeaders of(Path scripts, int count, UnaryOperator<String> names) {
        if (folder == null || count < LEAST) {
            return KnownHeaders.NONE;
        }
        Optional<String> reader = build.get();
        return reader.isEmpty() ? KnownHeaders.NONE : HeaderFile.in(folder, reader.get(), scripts, names);
    }
}
