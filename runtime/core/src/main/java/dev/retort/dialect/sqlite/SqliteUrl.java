package dev.retort.dialect.sqlite;

import dev.retort.dialect.DatabaseUrl;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code sqlite:///relative/file.db}, {@code sqlite:////absolute/file.db} (SQLAlchemy's forms, three slashes and
 * four) and {@code jdbc:sqlite:file.db}.
 */
final class SqliteUrl {

    private static final String MEMORY = ":memory:";
    private static final Pattern SQLALCHEMY = Pattern.compile("sqlite(?:\\+\\w+)?:(?://(?:/(.*))?)?", Pattern.DOTALL);
    private static final String JDBC = "jdbc:sqlite:";

    private SqliteUrl() {}

    static Optional<DatabaseUrl> parse(String url) {
        if (url.startsWith(JDBC)) {
            return Optional.of(of(url.substring(JDBC.length())));
        }
        Matcher sqlalchemy = SQLALCHEMY.matcher(url);
        if (!sqlalchemy.matches()) {
            return Optional.empty();
        }
        String file = sqlalchemy.group(1);
        return Optional.of(of(file == null || file.isEmpty() ? MEMORY : file));
    }

    private static DatabaseUrl of(String file) {
        String address = file.isEmpty() ? MEMORY : file;
        return new DatabaseUrl(
                JDBC + address,
                () -> JDBC + (exists(address) ? address : MEMORY),
                new Properties(),
                "sqlite:///" + address);
    }

    /** The driver would make the file just by looking; a name that only SQLite understands is left to it. */
    private static boolean exists(String address) {
        int parameters = address.indexOf('?');
        String file = parameters < 0 ? address : address.substring(0, parameters);
        if (file.startsWith("file:") || file.startsWith(":")) {
            return true;
        }
        try {
            return Files.exists(Path.of(file));
        } catch (InvalidPathException e) {
            return true;
        }
    }
}
