package dev.retort.dialect.postgres;

import dev.retort.dialect.DatabaseUrl;
import dev.retort.error.Problem;
import dev.retort.error.RetortException;
import dev.retort.error.RetortException.Kind;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads {@code postgresql://user:password@host:port/database?name=value} and its relatives. */
final class PostgresUrl {

    /** {@code postgres://} is libpq's other spelling; {@code +driver} is SQLAlchemy's. */
    private static final Pattern SCHEME = Pattern.compile("(?:jdbc:)?postgres(?:ql)?(?:\\+\\w+)?:(.*)", Pattern.DOTALL);

    /** Behind a host; the colons of an address in brackets are its own. */
    private static final Pattern PORT = Pattern.compile(":([^:\\]]+)$");

    private static final int USUAL_PORT = 5432;

    private static final String TWO_SLASHES =
            "Two slashes go before the user or the host, and one before the name of the database";

    private PostgresUrl() {}

    static Optional<DatabaseUrl> parse(String url) {
        Matcher scheme = SCHEME.matcher(url);
        return scheme.matches() ? Optional.of(read(scheme.group(1))) : Optional.empty();
    }

    /** Where a connection leads; its password is nowhere to be had. */
    static DatabaseUrl of(Connection connection) throws SQLException {
        DatabaseMetaData told = connection.getMetaData();
        DatabaseUrl url = read(told.getURL().replaceFirst("^jdbc:postgresql:", ""));
        return url.properties().containsKey("user") ? url : url.withCredentials(told.getUserName(), null);
    }

    private static DatabaseUrl read(String rest) {
        if (!rest.startsWith("//")) {
            // The driver's short form names a database on this machine. What looks like more must not be told as its
            // name.
            if (rest.replaceFirst("\\?.*", "").matches("(?s).*[:@#].*")) {
                throw malformed(TWO_SLASHES);
            }
            return read("//localhost/" + (rest.startsWith("/") ? rest.substring(1) : rest));
        }
        URI uri = uri(rest);
        Properties properties = new Properties();
        // A dead holder of the lock must be noticed, and pg_stat_activity must tell whose session it is.
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("ApplicationName", "retort");
        // Connecting alone is limited by the driver; what accepts it and never says a word is not.
        properties.setProperty("loginTimeout", "30");
        String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
        int at = authority.lastIndexOf('@');
        if (at >= 0) {
            credentials(authority.substring(0, at), properties);
        }
        List<String> others = new ArrayList<>();
        parameters(uri.getRawQuery(), properties, others);
        String host = authority.substring(at + 1);
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        if (uri.getRawFragment() != null) {
            throw malformed("A # begins nothing that belongs to it");
        }
        if (path.indexOf('/', 1) > 0 || (path + host).indexOf('@') >= 0) {
            throw malformed(TWO_SLASHES);
        }
        checkPorts(host);
        String query = others.isEmpty() ? "" : "?" + String.join("&", others);
        return url("//" + (host.isEmpty() ? "localhost" : host) + path + query, properties);
    }

    private static DatabaseUrl url(String address, Properties properties) {
        String jdbc = "jdbc:postgresql:" + address;
        String user = properties.getProperty("user");
        String display = "postgresql:" + (user == null ? address : "//" + user + "@" + address.substring(2));
        return new DatabaseUrl(jdbc, () -> jdbc, properties, display, place(address));
    }

    /** With the port of each host, also where it is the usual one. */
    private static String place(String address) {
        int path = address.indexOf('/', 2);
        String hosts = Arrays.stream(address.substring(2, path).split(",", -1))
                .map(host -> PORT.matcher(host).find() ? host : host + ":" + USUAL_PORT)
                .collect(Collectors.joining(","));
        return hosts + address.substring(path).replaceFirst("\\?.*", "");
    }

    private static URI uri(String rest) {
        try {
            return new URI("postgresql:" + rest);
        } catch (URISyntaxException e) {
            // Not the exception's own words: they repeat the URL, and with it the password.
            throw malformed(e.getReason());
        }
    }

    private static RetortException malformed(String reason) {
        return new RetortException(
                Kind.USAGE,
                Problem.of("The database URL is not well-formed: " + reason + ".")
                        .withHint("Write postgresql://user:password@host:port/database, and characters such as"
                                + " @ / # % in the password as %40 %2F %23 %25."));
    }

    /** The driver would print the URL to the log, and then say that it is none. */
    private static void checkPorts(String hosts) {
        for (String host : hosts.split(",", -1)) {
            Matcher port = PORT.matcher(host);
            if (port.find()
                    && (!port.group(1).matches("\\d{1,5}")
                            || Integer.parseInt(port.group(1)) > 0xffff
                            || Integer.parseInt(port.group(1)) == 0)) {
                // Without the text: behind a # that is not written as %23 it is the password.
                throw malformed("A port is a number from 1 to 65535");
            }
        }
    }

    private static void credentials(String text, Properties properties) {
        int colon = text.indexOf(':');
        properties.setProperty("user", decode(colon < 0 ? text : text.substring(0, colon)));
        if (colon >= 0) {
            properties.setProperty("password", decode(text.substring(colon + 1)));
        }
    }

    /** User and password become properties, so that no message that shows the URL can show them. */
    private static void parameters(String query, Properties properties, List<String> others) {
        if (query == null) {
            return;
        }
        for (String parameter : query.split("&")) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            if (name.equals("user") || name.equals("password")) {
                properties.setProperty(name, decode(parameter.substring(equals + 1)));
            } else if (name.equals("ApplicationName") || name.equals("application_name")) {
                properties.setProperty("ApplicationName", decode(parameter.substring(equals + 1)));
            } else {
                others.add(parameter);
            }
        }
    }

    private static String decode(String text) {
        // A plus sign is itself in a URL's authority; only form data means a blank by it.
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
