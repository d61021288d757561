package dev.retort;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A revision that follows something else than before.
 *
 * @param from what it followed
 * @param to what it follows now; none for a base
 * @param before the statement of its header as it was; null where there was none
 * @param after the statement as it is now; null where there is none
 * @param databaseAsked whether it is known not to be applied; false where no database could be reached
 */
public record Rebased(
        String revision,
        Path file,
        List<String> from,
        List<String> to,
        @Nullable String before,
        @Nullable String after,
        boolean databaseAsked) {

    public boolean isChange() {
        return !from.equals(to);
    }
}
