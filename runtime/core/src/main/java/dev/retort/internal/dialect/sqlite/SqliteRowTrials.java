package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.dialect.RowTrials;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Foreign keys are checked where a connection asks for it, and what a row has broken is in the message. */
final class SqliteRowTrials implements RowTrials {

    private static final Pattern BROKEN =
            Pattern.compile("(?s)(CHECK|UNIQUE|NOT NULL) constraint failed: (?:index '(.*)'|(.*))");

    /** Of a strict table. */
    private static final Pattern MISFIT = Pattern.compile("cannot store \\w+ value in \\w+ column (.+)");

    @Override
    public Prepared prepare(Connection connection) throws SQLException {
        long foreignKeys = Queries.number(connection, "PRAGMA foreign_keys");
        long synchronous = Queries.number(connection, "PRAGMA synchronous");
        Queries.execute(connection, "PRAGMA foreign_keys = ON");
        // Rows that were made up need not survive a loss of power; waiting for the disk takes most of the time.
        Queries.execute(connection, "PRAGMA synchronous = OFF");
        return () -> {
            Queries.execute(connection, "PRAGMA foreign_keys = " + foreignKeys);
            Queries.execute(connection, "PRAGMA synchronous = " + synchronous);
        };
    }

    @Override
    public List<String> together(List<String> inserts) {
        List<String> all = new ArrayList<>();
        all.add("PRAGMA defer_foreign_keys = ON");
        all.addAll(inserts);
        return all;
    }

    @Override
    public Refusal refusal(SQLException failure) {
        String message = Failures.explain(failure).message();
        Matcher misfit = MISFIT.matcher(message);
        if (misfit.find()) {
            return new Refusal(null, List.of(ownName(misfit.group(1))), message);
        }
        Matcher broken = BROKEN.matcher(message);
        if (!broken.find()) {
            return new Refusal(null, List.of(), message);
        } else if (broken.group(2) != null) {
            return new Refusal(broken.group(2), List.of(), message);
        }
        String rest = broken.group(3);
        return broken.group(1).equals("CHECK")
                ? new Refusal(rest, List.of(), message)
                : new Refusal(
                        null,
                        Arrays.stream(rest.split(", "))
                                .map(SqliteRowTrials::ownName)
                                .toList(),
                        message);
    }

    /** Of {@code table.column}. */
    private static String ownName(String column) {
        return column.substring(column.lastIndexOf('.') + 1).strip();
    }
}
