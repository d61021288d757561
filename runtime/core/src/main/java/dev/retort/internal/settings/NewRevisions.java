package dev.retort.internal.settings;

import dev.retort.internal.chain.FileNamePattern;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How the scripts of new revisions are written.
 *
 * @param template of their text; empty means the built-in one
 * @param timezone of their creation time; asked only where a moment is named
 */
public record NewRevisions(FileNamePattern fileNames, Optional<Path> template, Supplier<ZoneId> timezone, Clock clock) {

    /** The creation time of one that is written now. */
    public ZonedDateTime now() {
        return ZonedDateTime.now(clock.withZone(timezone.get()));
    }
}
