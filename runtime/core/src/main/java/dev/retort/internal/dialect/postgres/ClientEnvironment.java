package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.DatabaseUrl;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.postgresql.Driver;

/**
 * A JDBC address as the environment variables that PostgreSQL's own programs read, so that no password stands on a
 * command line, where every user of the machine could read it.
 *
 * @see <a href="https://www.postgresql.org/docs/current/libpq-envars.html">libpq: environment variables</a>
 */
record ClientEnvironment(Map<String, String> variables) {

    /** What the driver calls it, and what libpq does. */
    private static final Map<String, String> NAMES = Map.of(
            "PGHOST", "PGHOST",
            "PGPORT", "PGPORT",
            "PGDBNAME", "PGDATABASE",
            "user", "PGUSER",
            "password", "PGPASSWORD",
            "sslmode", "PGSSLMODE",
            "sslrootcert", "PGSSLROOTCERT",
            "sslcert", "PGSSLCERT",
            "options", "PGOPTIONS");

    ClientEnvironment {
        variables = Map.copyOf(variables);
    }

    static ClientEnvironment of(DatabaseUrl url) {
        Properties known = Driver.parseURL(url.jdbcUrl(), url.properties());
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("PGAPPNAME", "retort");
        if (known != null) {
            NAMES.forEach((driver, libpq) -> {
                String value = known.getProperty(driver);
                if (value != null && !value.isEmpty()) {
                    variables.put(libpq, value);
                }
            });
            if (UnixSocketFactory.class.getName().equals(known.getProperty("socketFactory"))) {
                variables.put("PGHOST", known.getProperty("socketFactoryArg"));
                variables.remove("PGSSLMODE");
            }
        }
        return new ClientEnvironment(variables);
    }

    /** How to connect, but for the four that a command names as options, and the password. */
    Map<String, String> others() {
        Map<String, String> others = new TreeMap<>(variables);
        others.keySet().removeAll(Set.of("PGHOST", "PGPORT", "PGUSER", "PGDATABASE", "PGPASSWORD", "PGAPPNAME"));
        return others;
    }

    String database() {
        return variables.getOrDefault("PGDATABASE", "");
    }
}
