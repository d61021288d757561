package dev.retort.internal.header;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How long each statement of a revision's transaction may wait and work. A script's header says it for its revision, a
 * configuration for all others; null where nothing is said, and zero leaves it to the database.
 *
 * @param lock how long it may wait for a lock that others hold
 * @param statement how long it may take
 */
public record StatementLimits(
        @Nullable Duration lock, @Nullable Duration statement) {

    /** The header's word for the wait for a lock. */
    public static final String LOCK = "ddlLockTimeout";

    private static final String STATEMENT = "statementTimeout";

    /** The words of the header that say it, each with a length of time. */
    public static final List<String> WORDS = List.of(LOCK, STATEMENT);

    /** @param words what a header says for each of its words; null for one that it does not have */
    static StatementLimits of(Function<String, @Nullable String> words) {
        return new StatementLimits(duration(words.apply(LOCK)), duration(words.apply(STATEMENT)));
    }

    private static @Nullable Duration duration(@Nullable String text) {
        return Optional.ofNullable(text).flatMap(DurationText::parse).orElse(null);
    }

    /** These, and the others where nothing is said. */
    public StatementLimits orElse(StatementLimits others) {
        return new StatementLimits(lock == null ? others.lock : lock, statement == null ? others.statement : statement);
    }
}
