package dev.retort.internal.chain;

import dev.retort.internal.cache.BuildIdentity;
import dev.retort.internal.header.Header;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A folder with the headers of scripts, a file for each folder of scripts, each of which may vanish at any time. A chain of
 * hundreds is not read again to see that there is nothing to do. What somebody has open in an editor counts before what the file
 * holds.
 */
public final class HeaderCache {

    /** Keeps nothing. */
    public static final HeaderCache NONE = new HeaderCache(null, Optional::empty, Map.of());

    /** Fewer are read as quickly. */
    private static final int LEAST = 50;

    private final @Nullable Path folder;
    private final Supplier<Optional<String>> build;
    private final Map<Path, String> unsaved;

    private HeaderCache(@Nullable Path folder, Supplier<Optional<String>> build, Map<Path, String> unsaved) {
        this.folder = folder;
        this.build = build;
        this.unsaved = unsaved;
    }

    /** @param folder created when something is kept, for its owner alone */
    public static HeaderCache in(Path folder) {
        return new HeaderCache(folder, () -> BuildIdentity.of(HeaderCache.class, Header.class), Map.of());
    }

    /** @param build what reads the headers */
    static HeaderCache of(Path folder, String build) {
        return new HeaderCache(folder, () -> Optional.of(build), Map.of());
    }

    /**
     * The same, where some scripts have another text than their files.
     *
     * @param texts by absolute paths; there need not be such files
     */
    public HeaderCache with(Map<Path, String> texts) {
        return new HeaderCache(folder, build, Map.copyOf(texts));
    }

    /** The scripts of a folder that have another text than their files, which need not be there. */
    List<Path> unsaved(Path scripts) {
        Path place = scripts.toAbsolutePath().normalize();
        return unsaved.keySet().stream()
                .filter(path -> place.equals(path.getParent()))
                .toList();
    }

    /**
     * What is known of a folder of scripts.
     *
     * @param count how many scripts are in it
     * @param names the names of files as messages give them
     */
    KnownHeaders of(Path scripts, int count, UnaryOperator<String> names) {
        KnownHeaders saved = saved(scripts, count, names);
        return unsaved.isEmpty() ? saved : new UnsavedHeaders(saved, unsaved, names);
    }

    private KnownHeaders saved(Path scripts, int count, UnaryOperator<String> names) {
        if (folder == null || count < LEAST) {
            return KnownHeaders.NONE;
        }
        Optional<String> reader = build.get();
        return reader.isEmpty() ? KnownHeaders.NONE : HeaderFile.in(folder, reader.get(), scripts, names);
    }
}
