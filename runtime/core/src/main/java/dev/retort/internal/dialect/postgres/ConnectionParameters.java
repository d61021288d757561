package dev.retort.internal.dialect.postgres;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.dialect.ClientVariables;
import dev.retort.internal.error.Suggestion;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.postgresql.PGProperty;

/**
 * What a URL, a service or the environment says of a connection: in libpq's words or the driver's. The first one to say
 * something counts. What neither knows is refused: a misspelt {@code sslmode} would connect without TLS.
 *
 * @see <a href="https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-PARAMKEYWORDS">libpq: parameters</a>
 */
final class ConnectionParameters {

    /** Where to, and as whom: all that is no parameter of the driver's. */
    private static final Set<String> ADDRESS =
            Set.of("host", "hostaddr", "port", "dbname", "user", "password", "service");

    /** libpq's name, and the driver's. */
    private static final Map<String, String> RENAMED = Map.ofEntries(
            Map.entry("application_name", "ApplicationName"),
            Map.entry("channel_binding", "channelBinding"),
            Map.entry("connect_timeout", "connectTimeout"),
            Map.entry("gssencmode", "gssEncMode"),
            Map.entry("keepalives", "tcpKeepAlive"),
            Map.entry("krbsrvname", "kerberosServerName"),
            Map.entry("load_balance_hosts", "loadBalanceHosts"),
            Map.entry("require_auth", "requireAuth"),
            Map.entry("sslnegotiation", "sslNegotiation"),
            Map.entry("target_session_attrs", "targetServerType"));

    /** Values that the driver spells in another way, by its name of the parameter. */
    private static final Map<String, Map<String, String>> VALUES = Map.of(
            "targetServerType",
                    Map.of(
                            "read-write",
                            "primary",
                            "read-only",
                            "secondary",
                            "standby",
                            "secondary",
                            "prefer-standby",
                            "preferSecondary"),
            "loadBalanceHosts", Map.of("disable", "false", "random", "true"),
            "tcpKeepAlive", Map.of("0", "false", "1", "true"));

    /** libpq's, without meaning here: the driver sees to them itself, or its defaults are no worse. */
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "client_encoding",
            "fallback_application_name",
            "keepalives_count",
            "keepalives_idle",
            "keepalives_interval",
            "sslcompression",
            "sslsni",
            "tcp_user_timeout");

    /** libpq's, which the driver cannot do: to leave them out without a word would connect with less than was asked for. */
    private static final Set<String> IMPOSSIBLE = Set.of(
            "gssdelegation",
            "max_protocol_version",
            "min_protocol_version",
            "passfile",
            "requirepeer",
            "servicefile",
            "sslcertmode",
            "sslcrl",
            "sslcrldir",
            "ssl_max_protocol_version",
            "ssl_min_protocol_version");

    private static final Map<String, String> VARIABLES = Map.ofEntries(
            Map.entry("PGHOST", "host"),
            Map.entry("PGHOSTADDR", "hostaddr"),
            Map.entry("PGPORT", "port"),
            Map.entry("PGDATABASE", "dbname"),
            Map.entry("PGUSER", "user"),
            Map.entry("PGPASSWORD", "password"),
            Map.entry("PGOPTIONS", "options"),
            Map.entry("PGAPPNAME", "application_name"),
            Map.entry("PGSSLMODE", "sslmode"),
            Map.entry("PGSSLCERT", "sslcert"),
            Map.entry("PGSSLKEY", "sslkey"),
            Map.entry("PGSSLROOTCERT", "sslrootcert"),
            Map.entry("PGSSLNEGOTIATION", "sslnegotiation"),
            Map.entry("PGREQUIREAUTH", "require_auth"),
            Map.entry("PGCHANNELBINDING", "channel_binding"),
            Map.entry("PGGSSENCMODE", "gssencmode"),
            Map.entry("PGKRBSRVNAME", "krbsrvname"),
            Map.entry("PGCONNECT_TIMEOUT", "connect_timeout"),
            Map.entry("PGTARGETSESSIONATTRS", "target_session_attrs"),
            Map.entry("PGLOADBALANCEHOSTS", "load_balance_hosts"));

    private final Map<String, String> values = new LinkedHashMap<>();

    /**
     * @param where for the sentence that refuses it: {@code The database URL}
     * @throws RetortException of the kind USAGE where there is no such parameter
     */
    void put(String where, String name, String value) {
        if (WITHOUT_EFFECT.contains(name)) {
            return;
        }
        String own = RENAMED.getOrDefault(name, name);
        if (!ADDRESS.contains(own) && driversOwn(own).isEmpty()) {
            throw unknown(where, name);
        }
        if (own.equals("ssl") && !Set.of("", "true", "false").contains(value)) {
            // Anything else is false to the driver.
            throw new RetortException(
                    Kind.USAGE,
                    Problem.of(where + " says ssl=" + value + ", which turns TLS off.")
                            .withHint("Write sslmode=" + (value.equals("1") ? "require" : value) + "."));
        }
        values.putIfAbsent(own, VALUES.getOrDefault(own, Map.of()).getOrDefault(value, value));
    }

    private static Optional<String> driversOwn(String name) {
        return Arrays.stream(PGProperty.values())
                .map(PGProperty::getName)
                .filter(name::equals)
                .findAny();
    }

    private static RetortException unknown(String where, String name) {
        if (IMPOSSIBLE.contains(name)) {
            return new RetortException(
                    Kind.USAGE,
                    Problem.of(where + " has the parameter \"" + name + "\", which the JDBC driver does not support.")
                            .withHint("Leave it out."));
        }
        TreeSet<String> known = new TreeSet<>(RENAMED.keySet());
        known.addAll(ADDRESS);
        Arrays.stream(PGProperty.values()).map(PGProperty::getName).forEach(known::add);
        return new RetortException(
                Kind.USAGE,
                Problem.of(where + " has the parameter \"" + name
                                + "\", which neither PostgreSQL nor its driver knows.")
                        .withHint(Suggestion.didYouMean(name, known)
                                .orElse("Leave it out, or see: https://jdbc.postgresql.org/documentation/use/")));
    }

    void put(ClientVariables variables) {
        new TreeMap<>(VARIABLES)
                .forEach((variable, name) ->
                        variables.get(variable).ifPresent(value -> put("The variable " + variable, name, value)));
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** All that the driver reads itself, in the order in which it was said. */
    Map<String, String> driversOwn() {
        Map<String, String> others = new LinkedHashMap<>(values);
        others.keySet().removeAll(ADDRESS);
        return others;
    }
}
