package dev.retort.internal.run.online;

import dev.retort.internal.run.statement.Watch;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What keeps other runs away, and an eye on the database at the same time.
 *
 * @param patience with others who are writing
 * @param guard throws when the others are not kept away any more
 * @param watch looks who is in the way; null where there is no other connection to look from
 */
public record RunGuard(
        Duration patience, Runnable guard, @Nullable Watch watch) {}
