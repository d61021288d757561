package dev.retort.benchmark.peers;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A server of PostgreSQL whose user may create databases. */
final class PostgresServer {

    private final String host;
    private final int port;
    private final String user;
    private final @Nullable String password;

    private PostgresServer(String host, int port, String user, @Nullable String password) {
        this.host = host;
        this.port = port;
        this.user = user;
        this.password = password;
    }

    /** @param url as Retort reads it, or that of JDBC */
    static PostgresServer of(String url) {
        URI uri = URI.create(url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url);
        if (uri.getHost() == null || !uri.getScheme().startsWith("postgres")) {
            throw new IllegalArgumentException("the URL of PostgreSQL must look like postgresql://user@host:port");
        }
        List<String> names = new ArrayList<>();
        if (uri.getRawUserInfo() != null) {
            names.addAll(List.of(uri.getRawUserInfo().split(":", 2)));
        } else {
            for (String key : List.of("user", "password")) {
                parameter(uri, key, names);
            }
        }
        return new PostgresServer(
                uri.getHost(),
                uri.getPort() < 0 ? 5432 : uri.getPort(),
                names.isEmpty() ? "postgres" : decoded(names.get(0)),
                names.size() < 2 ? null : decoded(names.get(1)));
    }

    private static void parameter(URI uri, String key, List<String> found) {
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        for (String pair : query.split("&", -1)) {
            if (pair.startsWith(key + "=")) {
                found.add(pair.substring(key.length() + 1));
            }
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    String version() throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW server_version")) {
            row.next();
            return row.getString(1);
        }
    }

    /** Runs statements one by one, none in a transaction: databases are created outside of any. */
    void execute(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    String url(String database) {
        String login = user + (password == null ? "" : ":" + password);
        return "postgresql://" + login + "@" + host + ":" + port + "/" + database;
    }

    String jdbcUrl(String database) {
        String login = "user=" + user + (password == null ? "" : "&password=" + password);
        return "jdbc:postgresql://" + host + ":" + port + "/" + database + "?" + login;
    }
}
