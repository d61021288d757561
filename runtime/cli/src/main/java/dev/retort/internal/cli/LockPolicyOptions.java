package dev.retort.internal.cli;

import dev.retort.internal.configuration.Setting;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** For the commands that run scripts: the lock of the run, and what is granted those who use the database at the same time. */
final class LockPolicyOptions {

    @Mixin
    LockOptions lock = new LockOptions();

    @Option(
            names = "--ddl-lock-timeout",
            paramLabel = "DURATION",
            description =
                    "How long a statement may wait for a table that others use; 0s for as long as it takes (RETORT_DDL_LOCK_TIMEOUT).")
    @Nullable
    String ddlLockTimeout;

    @Option(
            names = "--ddl-lock-tries",
            paramLabel = "N",
            description = "How often a revision is tried that did not get its lock (RETORT_DDL_LOCK_TRIES).")
    @Nullable
    String ddlLockTries;

    @Option(
            names = "--statement-timeout",
            paramLabel = "DURATION",
            description = "How long a statement of a transaction may take (RETORT_STATEMENT_TIMEOUT).")
    @Nullable
    String statementTimeout;

    Map<Setting, List<String>> settings() {
        Map<Setting, List<String>> settings = new EnumMap<>(Setting.class);
        settings.putAll(lock.settings());
        put(settings, Setting.DDL_LOCK_TIMEOUT, ddlLockTimeout);
        put(settings, Setting.DDL_LOCK_TRIES, ddlLockTries);
        put(settings, Setting.STATEMENT_TIMEOUT, statementTimeout);
        return settings;
    }

    private static void put(Map<Setting, List<String>> settings, Setting setting, @Nullable String value) {
        if (value != null) {
            settings.put(setting, List.of(value));
        }
    }
}
