package dev.retort.internal.dialect;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.library.MissingLibrary;
import dev.retort.internal.script.Database;
import dev.retort.internal.script.Databases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The databases that Retort knows, each of which brings itself: see {@link Dialect}. */
public final class Dialects {

    private static final List<Dialect> ALL = installed();

    private Dialects() {}

    private static List<Dialect> installed() {
        List<Dialect> dialects = new ArrayList<>();
        for (Database database : Databases.installed().all()) {
            if (database instanceof Dialect dialect) {
                dialects.add(dialect);
            }
        }
        return List.copyOf(dialects);
    }

    /** The names of those that can do something, in their order. */
    static List<String> with(Capability capability) {
        return ALL.stream()
                .filter(dialect -> dialect.has(capability))
                .map(Dialect::name)
                .toList();
    }

    /** A database that was named by its URL. */
    public record Address(Dialect dialect, DatabaseUrl url) {}

    /**
     * Where a URL leads.
     *
     * @throws RetortException of the kind USAGE where no dialect knows such URLs
     */
    public static Address ofUrl(String url) {
        return ofUrl(url, ClientVariables.NONE);
    }

    /** The same, where the variables say what the URL does not. */
    public static Address ofUrl(String url, ClientVariables variables) {
        for (Dialect dialect : ALL) {
            Optional<DatabaseUrl> address = url(dialect, url, variables);
            if (address.isPresent()) {
                return new Address(dialect, address.get());
            }
        }
        // Only what is before the colon: the rest may hold a password.
        int colon = url.startsWith("jdbc:") ? url.indexOf(':', 5) : url.indexOf(':');
        String scheme = colon < 0 ? "" : " that begins with \"" + url.substring(0, colon + 1) + "\"";
        throw new RetortException(
                Kind.USAGE,
                Problem.of("No driver for a database URL" + scheme + ".").withHint("Write " + forms(url) + "."));
    }

    /** How the database is named that was meant, where it can be guessed; else how each can be. */
    private static String forms(String url) {
        return ALL.stream()
                .flatMap(dialect -> dialect.meant(url).stream())
                .findFirst()
                .orElseGet(() -> ALL.stream().map(Dialect::urlForm).collect(Collectors.joining(" or ")));
    }

    private static Optional<DatabaseUrl> url(Dialect dialect, String url, ClientVariables variables) {
        try {
            return dialect.url(url, variables);
        } catch (NoClassDefFoundError e) {
            throw withoutDriver(dialect, e);
        }
    }

    /** What an application lacks that names a database and does not bring its driver. */
    public static RetortException withoutDriver(Dialect dialect, NoClassDefFoundError failure) {
        return MissingLibrary.named("The JDBC driver of " + dialect.productName(), dialect.driver(), failure);
    }

    /**
     * The database at the other end of a connection.
     *
     * @throws RetortException of the kind USAGE where it is of a kind that Retort does not know
     */
    public static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return ALL.stream()
                .filter(dialect -> dialect.productName().equals(product))
                .findFirst()
                .orElseThrow(() -> new RetortException(
                        Kind.USAGE,
                        "Retort does not know the database \"" + product + "\"; it knows "
                                + ALL.stream().map(Dialect::productName).collect(Collectors.joining(" and ")) + "."));
    }
}
