package dev.retort.internal.dialect;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is, in the form its driver takes.
 *
 * @param jdbcUrl for a connection that writes; without user and password
 * @param readingUrl for a connection that only reads, which must not bring a database into being; asked each time
 * @param properties the driver's, user and password among them; not to be changed
 * @param display for people, without the password
 * @param place for people: {@code host:port/database}, or the file
 * @param caution what whoever changes that database should know, as a sentence
 * @param opening by its driver alone; the manager of drivers starts all that it finds
 */
public record DatabaseUrl(
        String jdbcUrl,
        Supplier<String> readingUrl,
        Properties properties,
        String display,
        String place,
        Optional<String> caution,
        Opening opening) {

    /** The system property by which Java is given drivers; what is named there comes before the driver of the database. */
    private static final String DRIVERS = "jdbc.drivers";

    /** How a driver opens a connection. */
    public interface Opening {
        Connection open(String jdbcUrl, Properties properties) throws SQLException;
    }

    /** Opens a connection by the driver itself. */
    public Connection open() throws SQLException {
        return open(jdbcUrl);
    }

    /** Opens a connection that sees an empty database where there is none yet. */
    public Connection openForReading() throws SQLException {
        return open(readingUrl.get());
    }

    /** @param url with the same properties: of another database of the same server */
    public Connection open(String url) throws SQLException {
        try {
            return System.getProperty(DRIVERS) == null
                    ? opening.open(url, properties)
                    : DriverManager.getConnection(url, properties);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // SQLite's driver reads its parameters so; its words name classes of its own, and no parameter.
            throw new RetortException(
                    Kind.USAGE,
                    List.of(Problem.of("The driver does not take a parameter of the database URL " + display + ".")
                            .withHint("Look at what is after its question mark.")),
                    e);
        }
    }

    /** With a user or a password in place of those the URL names; null leaves what it names. */
    public DatabaseUrl withCredentials(@Nullable String user, @Nullable String password) {
        Properties changed = new Properties();
        changed.putAll(properties);
        if (user != null) {
            changed.setProperty("user", user);
        }
        if (password != null) {
            changed.setProperty("password", password);
        }
        return new DatabaseUrl(jdbcUrl, readingUrl, changed, display, place, caution, opening);
    }

    /** The JDBC URL with the user and the password in it. */
    public String completeUrl() {
        StringBuilder complete = new StringBuilder(jdbcUrl);
        for (String name : List.of("user", "password")) {
            String value = properties.getProperty(name);
            if (value != null) {
                complete.append(complete.indexOf("?") < 0 ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
        return complete.toString();
    }

    @Override
    public String toString() {
        return display;
    }
}
