package dev.retort.internal.dialect.sqlite;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.dialect.DatabaseUrl;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sqlite.SQLiteConfig;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * Reads {@code sqlite:///relative/file.db}, {@code sqlite:////absolute/file.db} (SQLAlchemy's forms, three slashes and
 * four) and {@code jdbc:sqlite:file.db}.
 */
final class SqliteUrl {

    private static final String URI = "file:";
    private static final Pattern ESCAPED = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");

    private static final String MEMORY = ":memory:";
    private static final String RESOURCE = ":resource:";

    /** Whoever says how to open the file has said what to do where there is none. */
    private static final Pattern MODE = Pattern.compile("[?&]mode=");

    private static final Pattern IN_MEMORY = Pattern.compile("[?&]mode=memory(?:&|$)");

    private static final Pattern SQLALCHEMY = Pattern.compile("sqlite(?:\\+\\w+)?:///(.*)", Pattern.DOTALL);

    /** With fewer slashes it would be a host to SQLAlchemy, and to others a file. */
    private static final Pattern MISSPELT = Pattern.compile("sqlite3?(?:\\+\\w+)?:(?://)?(.*)", Pattern.DOTALL);

    private static final String JDBC = "jdbc:sqlite:";

    private static final Set<String> PARAMETERS = Arrays.stream(SQLiteConfig.Pragma.values())
            .map(SQLiteConfig.Pragma::getPragmaName)
            .collect(Collectors.toUnmodifiableSet());

    /** The name of a file where a URL should be; holds no password. */
    private static final Pattern FILE = Pattern.compile("[\\w./ -]+\\.(?:db|db3|sqlite|sqlite3)");

    private SqliteUrl() {}

    /** The URL of a file that was named alone. */
    static Optional<String> ofFile(String text) {
        return FILE.matcher(text).matches() ? Optional.of("sqlite:///" + text) : Optional.empty();
    }

    static Optional<DatabaseUrl> parse(String url) {
        if (url.startsWith(JDBC)) {
            return Optional.of(of(url.substring(JDBC.length())));
        }
        Matcher sqlalchemy = SQLALCHEMY.matcher(url);
        if (sqlalchemy.matches()) {
            return Optional.of(of(sqlalchemy.group(1)));
        }
        Matcher misspelt = MISSPELT.matcher(url);
        if (misspelt.matches() && !misspelt.group(1).isEmpty()) {
            String file = misspelt.group(1);
            throw new RetortException(
                    Kind.USAGE,
                    Problem.of("The database URL has too few slashes: three go before a file's name.")
                            .withHint("Write sqlite:///" + file
                                    + (file.startsWith("/")
                                            ? "."
                                            : "; or sqlite:////" + file + " where it is absolute.")));
        }
        if (misspelt.matches()) {
            throw withoutFile();
        }
        return Optional.empty();
    }

    /** SQLite would take a file that is gone with the connection. */
    private static RetortException withoutFile() {
        return new RetortException(
                Kind.USAGE, Problem.of("The database URL names no file.").withHint("Write sqlite:///app.db."));
    }

    private static DatabaseUrl of(String file) {
        if (file.isEmpty() || file.startsWith("?")) {
            throw withoutFile();
        }
        String address = file;
        if (address.startsWith(RESOURCE) || address.startsWith(URI + RESOURCE)) {
            throw new RetortException(
                    Kind.USAGE,
                    Problem.of(
                                    "The database URL names a resource of a program, of which the driver changes a copy only.")
                            .withHint("Write sqlite:///file.db."));
        }
        if (address.indexOf('\0') >= 0) {
            // SQLite would take what stands before it for the name of the file.
            throw new RetortException(Kind.USAGE, "The database URL holds a character of the number 0.");
        }
        checkParameters(address);
        return new DatabaseUrl(
                JDBC + address,
                () -> JDBC + (exists(address) ? address : MEMORY),
                properties(),
                "sqlite:///" + address,
                address,
                isInMemory(address)
                        ? Optional.of("The database is in memory: what is done to it is gone when this ends.")
                        : Optional.empty(),
                SqliteUrl::connect);
    }

    /** As the driver does for itself, without making it known to the manager of drivers, which starts all others. */
    static Connection connect(String jdbcUrl, Properties properties) throws SQLException {
        return new JDBC4Connection(jdbcUrl, jdbcUrl.substring(JDBC.length()), properties);
    }

    private static boolean isInMemory(String address) {
        return address.startsWith(MEMORY)
                || address.startsWith(URI + MEMORY)
                || address.startsWith(URI) && IN_MEMORY.matcher(address).find();
    }

    /** The driver would ask for the key of each row that was inserted. */
    private static Properties properties() {
        Properties properties = new Properties();
        properties.setProperty(SQLiteConfig.Pragma.JDBC_GET_GENERATED_KEYS.getPragmaName(), "false");
        return properties;
    }

    /** What the driver does not know it takes for a part of the file's name, and makes such a file. */
    private static void checkParameters(String address) {
        int parameters = address.indexOf('?');
        if (parameters < 0 || address.startsWith(URI)) {
            return;
        }
        for (String parameter : address.substring(parameters + 1).split("&", -1)) {
            String name = parameter.replaceFirst("=.*", "");
            if (!PARAMETERS.contains(name)) {
                throw new RetortException(
                        Kind.USAGE,
                        Problem.of("SQLite's driver has no parameter \"" + name + "\".")
                                .withHint("Parameters of SQLite's own go after file: as in"
                                        + " jdbc:sqlite:file:app.db?mode=ro."));
            }
        }
    }

    /** The file that a URL of {@link #parse} names; empty where it is in memory. */
    static Optional<Path> file(DatabaseUrl url) {
        String address = url.jdbcUrl().substring(JDBC.length());
        if (isInMemory(address)) {
            return Optional.empty();
        }
        String name = address.replaceFirst("\\?.*", "");
        return Optional.of(Path.of(name.startsWith(URI) ? pathOf(name.substring(URI.length())) : name));
    }

    /** The driver would make the file just by looking. */
    private static boolean exists(String address) {
        int parameters = address.indexOf('?');
        String name = parameters < 0 ? address : address.substring(0, parameters);
        boolean uri = name.startsWith(URI);
        String file = uri ? pathOf(name.substring(URI.length())) : name;
        if (file.isEmpty() || file.equals(MEMORY)) {
            return true;
        }
        try {
            return Files.exists(Path.of(file)) || uri && MODE.matcher(address).find();
        } catch (InvalidPathException e) {
            return true;
        }
    }

    /** As SQLite reads it: without the name of the machine, and what is no number behind a percent sign as it is. */
    private static String pathOf(String uri) {
        int path = uri.startsWith("//") ? uri.indexOf('/', 2) : 0;
        return path < 0
                ? ""
                : ESCAPED.matcher(uri.substring(path))
                        .replaceAll(escaped -> Matcher.quoteReplacement(new String(
                                HexFormat.of().parseHex(escaped.group().replace("%", "")), StandardCharsets.UTF_8)));
    }
}
