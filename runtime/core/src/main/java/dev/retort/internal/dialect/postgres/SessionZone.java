package dev.retort.internal.dialect.postgres;

import dev.retort.internal.sql.SqlToken;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a session has a time zone in which {@code timestamp} and {@code timestamp with time zone} are the same bytes: one that
 * was never anything but UTC. See {@code TimestampTimestampTzRequiresRewrite} of the server.
 */
final class SessionZone {

    private static final Set<String> UTC =
            Set.of("UTC", "UCT", "GMT", "GMT0", "GMT+0", "GMT-0", "ZULU", "UNIVERSAL", "GREENWICH");

    private SessionZone() {}

    static boolean isUtc(String zone) {
        return UTC.contains(zone.toUpperCase(Locale.ROOT).replaceFirst("^ETC/", ""));
    }

    /** What a statement says of it; empty where it says nothing. */
    static Optional<Boolean> said(List<SqlToken> statement) {
        if (statement.size() < 3 || !statement.get(0).isWord("SET")) {
            return Optional.empty();
        }
        int at = statement.get(1).isWord("LOCAL") || statement.get(1).isWord("SESSION") ? 2 : 1;
        boolean time = statement.get(at).isWord("TIME") && statement.size() > at + 2;
        boolean zone = statement.get(at).isWord("timezone") && statement.size() > at + 2;
        if (!time && !zone) {
            return Optional.empty();
        }
        SqlToken value = statement.get(at + 2);
        String text = value.kind() == SqlToken.Kind.STRING
                ? value.text().substring(1, value.text().length() - 1)
                : value.identifier();
        return Optional.of(isUtc(text));
    }
}
