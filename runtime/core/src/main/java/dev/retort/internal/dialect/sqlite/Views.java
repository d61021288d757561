package dev.retort.internal.dialect.sqlite;

import dev.retort.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The views that speak of what does not exist: SQLite creates them, and says so to whoever reads them. */
final class Views {

    private final Connection connection;

    Views(Connection connection) {
        this.connection = connection;
    }

    /** What SQLite says of each, by the name of the view. */
    Map<String, String> broken() throws SQLException {
        Map<String, String> broken = new LinkedHashMap<>();
        for (var row : Queries.rows(connection, "SELECT name FROM sqlite_schema WHERE type = 'view'")) {
            String view = SchemaRow.text(row, "name");
            try {
                Queries.number(connection, "SELECT 1 FROM " + Names.quote(view) + " LIMIT 0");
            } catch (SQLException e) {
                String message = Failures.message(e);
                // A function may be one that the application brings.
                if (message.contains("no such table") || message.contains("no such column")) {
                    broken.put(view, message);
                }
            }
        }
        return broken;
    }

    static List<Problem> problems(Map<String, String> before, Map<String, String> now) {
        List<Problem> problems = new ArrayList<>();
        now.forEach((view, message) -> {
            if (!before.containsKey(view)) {
                problems.add(Problem.of("The view \"" + view + "\" cannot be read any more: " + message + ".")
                        .withHint("Nothing was committed; drop the view, or create what it needs."));
            }
        });
        return problems;
    }
}
