package dev.retort.internal.dialect.postgres;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.dialect.ClientVariables;
import dev.retort.internal.dialect.DatabaseUrl;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/** Reads {@code postgresql://user:password@host:port/database?name=value} and its relatives. */
final class PostgresUrl {

    /** {@code postgres://} is libpq's other spelling; {@code +driver} is SQLAlchemy's. */
    private static final Pattern SCHEME = Pattern.compile("(?:jdbc:)?postgres(?:ql)?(?:\\+\\w+)?:(.*)", Pattern.DOTALL);

    private static final String IN_URL = "The database URL";

    private static final String TWO_SLASHES =
            "Two slashes go before the user or the host, and one before the name of the database";

    private PostgresUrl() {}

    /** @param variables that count where the URL does not say it, and is not the driver's own form */
    static Optional<DatabaseUrl> parse(String url, ClientVariables variables) {
        Matcher scheme = SCHEME.matcher(url);
        return scheme.matches()
                ? Optional.of(read(scheme.group(1), url.startsWith("jdbc:") ? ClientVariables.NONE : variables))
                : Optional.empty();
    }

    /** Where a connection leads; its password is nowhere to be had. */
    static DatabaseUrl of(Connection connection) throws SQLException {
        DatabaseMetaData told = connection.getMetaData();
        DatabaseUrl url = read(told.getURL().replaceFirst("^jdbc:postgresql:", ""), ClientVariables.NONE);
        return url.properties().containsKey("user") ? url : url.withCredentials(told.getUserName(), null);
    }

    private static DatabaseUrl read(String rest, ClientVariables variables) {
        if (!rest.startsWith("//")) {
            // The driver's short form names a database on this machine. What looks like more must not be told as its
            // name.
            if (rest.replaceFirst("\\?.*", "").matches("(?s).*[:@#].*")) {
                throw malformed(TWO_SLASHES);
            }
            return read("//localhost/" + (rest.startsWith("/") ? rest.substring(1) : rest), variables);
        }
        // Java knows no URL that ends here.
        URI uri = uri(rest.equals("//") ? "///" : rest);
        String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
        int at = authority.lastIndexOf('@');
        String host = authority.substring(at + 1);
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        if (uri.getRawFragment() != null) {
            throw malformed("A # begins nothing that belongs to it");
        }
        if (path.indexOf('/', 1) > 0 || (path + host).indexOf('@') >= 0) {
            throw malformed(TWO_SLASHES);
        }
        ConnectionParameters parameters = new ConnectionParameters();
        parameters(uri.getRawQuery(), parameters);
        if (at >= 0) {
            credentials(authority.substring(0, at), parameters);
        }
        if (decode(host).startsWith("/")) {
            parameters.put(IN_URL, "host", decode(host));
        }
        if (path.length() > 1) {
            parameters.put(IN_URL, "dbname", decode(path.substring(1)));
        }
        // What the authority says, no service and no variable may contradict; the URL's own query may.
        boolean inQuery =
                parameters.get("host").or(() -> parameters.get("hostaddr")).isPresent();
        parameters
                .get("service")
                .or(() -> variables.get("PGSERVICE"))
                .ifPresent(service -> ServiceFile.read(service, variables, parameters));
        parameters.put(variables);
        HostList hosts =
                inQuery || host.isEmpty() ? HostList.of(parameters, variables) : HostList.written(host, parameters);
        return url(hosts, parameters);
    }

    private static DatabaseUrl url(HostList hosts, ConnectionParameters parameters) {
        if (!hosts.hasPorts()) {
            // Without the text: behind a # that is not written as %23 it is the password.
            throw malformed("A port is a number from 1 to 65535");
        }
        Properties properties = properties(hosts, parameters);
        Map<String, String> others = parameters.driversOwn();
        others.keySet().removeAll(properties.keySet());
        String query = others.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&", others.isEmpty() ? "" : "?", ""));
        String database = parameters.get("dbname").orElse("");
        String address = "/" + encode(database) + query;
        String jdbc = "jdbc:postgresql://" + hosts.hosts() + address;
        String user = properties.getProperty("user");
        String display = "postgresql://" + (user == null ? "" : user + "@") + hosts.display(false) + address;
        return new DatabaseUrl(
                jdbc,
                () -> jdbc,
                properties,
                display,
                hosts.display(true) + "/" + database,
                Optional.empty(),
                PostgresUrl::connect);
    }

    /** Past the driver manager, whose log messages nobody reads: the JVM would spin ten classes for them at each start. */
    private static Connection connect(String jdbc, Properties properties) throws SQLException {
        return Objects.requireNonNull(new Driver().connect(jdbc, properties), "a URL of the driver");
    }

    /** User and password are properties, so that no message that shows the URL can show them. */
    private static Properties properties(HostList hosts, ConnectionParameters parameters) {
        Properties properties = new Properties();
        // A dead holder of the lock must be noticed, and pg_stat_activity must tell whose session it is.
        properties.setProperty("tcpKeepAlive", "true");
        // Then the name is a part of the connecting; else it is a statement of its own.
        properties.setProperty("assumeMinServerVersion", "9.0");
        properties.setProperty(
                "ApplicationName", parameters.get("ApplicationName").orElse("retort"));
        // Connecting alone is limited by the driver; what accepts it and never says a word is not.
        properties.setProperty("loginTimeout", "30");
        parameters.get("user").ifPresent(user -> properties.setProperty("user", user));
        parameters.get("password").ifPresent(password -> properties.setProperty("password", password));
        parameters.get("sslpassword").ifPresent(password -> properties.setProperty("sslpassword", password));
        parameters.get("tcpKeepAlive").ifPresent(alive -> properties.setProperty("tcpKeepAlive", alive));
        parameters.get("loginTimeout").ifPresent(timeout -> properties.setProperty("loginTimeout", timeout));
        hosts.socketFolder().ifPresent(folder -> {
            properties.setProperty("socketFactory", UnixSocketFactory.class.getName());
            properties.setProperty("socketFactoryArg", folder.toString());
            // There is no TLS on a socket of the system, which libpq does not ask for either.
            properties.setProperty("sslmode", "disable");
        });
        return properties;
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

    private static void credentials(String text, ConnectionParameters parameters) {
        int colon = text.indexOf(':');
        parameters.put(IN_URL, "user", decode(colon < 0 ? text : text.substring(0, colon)));
        if (colon >= 0) {
            parameters.put(IN_URL, "password", decode(text.substring(colon + 1)));
        }
    }

    private static void parameters(@Nullable String query, ConnectionParameters parameters) {
        if (query == null || query.isEmpty()) {
            return;
        }
        for (String parameter : query.split("&")) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            parameters.put(IN_URL, name, equals < 0 ? "" : decode(parameter.substring(equals + 1)));
        }
    }

    private static String decode(String text) {
        // A plus sign is itself in a URL's authority; only form data means a blank by it.
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
