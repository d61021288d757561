package dev.retort.internal.dialect.postgres;

import dev.retort.internal.script.Row;
import dev.retort.internal.sql.Secrets;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Says of a session of the server, as half a sentence, who it is and what it is at. */
final class SessionStatements {

    private static final int QUERY_LENGTH = 80;

    private SessionStatements() {}

    /** Reads pid, application, username, hidden, host, address, state, since and query, as far as the row has them. */
    static String of(Row row) {
        StringJoiner words = new StringJoiner(", ");
        words.add("pid " + row.integer("pid"));
        String application = row.string("application");
        if (application != null && !application.isBlank()) {
            words.add("app \"" + application + "\"");
        }
        if (row.string("username") != null) {
            words.add("user \"" + row.string("username") + "\"");
        }
        if (!Boolean.TRUE.equals(row.bool("hidden"))) {
            words.add("from " + Objects.requireNonNullElse(address(row), "the server's own machine"));
        }
        String state = row.string("state");
        if (state != null && !state.equals("active")) {
            words.add(state);
        }
        if (row.string("since") != null) {
            words.add("since " + row.string("since"));
        }
        String query = row.string("query");
        if (query != null) {
            words.add((state == null || state.equals("active") ? "running \"" : "last ran \"")
                    + shortened(
                            Secrets.NONE.hidden(query).replaceAll("\\s+", " ").strip()) + "\"");
        }
        return words.toString();
    }

    private static @Nullable String address(Row row) {
        String host = row.string("host");
        String address = row.string("address");
        return host == null ? address : host + " (" + address + ")";
    }

    private static String shortened(String query) {
        return query.length() <= QUERY_LENGTH ? query : query.substring(0, QUERY_LENGTH) + "…";
    }
}
