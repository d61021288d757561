package dev.retort.internal.cli;

import dev.retort.internal.configuration.Setting;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** For the commands that take the lock. */
final class LockOptions {

    @Option(
            names = "--lock-timeout",
            paramLabel = "DURATION",
            description = "How long to wait for another run to end, such as 30s or 5m (RETORT_LOCK_TIMEOUT).")
    @Nullable
    String lockTimeout;

    Map<Setting, List<String>> settings() {
        return lockTimeout == null ? Map.of() : Map.of(Setting.LOCK_TIMEOUT, List.of(lockTimeout));
    }
}
