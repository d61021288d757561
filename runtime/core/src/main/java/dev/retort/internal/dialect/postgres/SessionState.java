package dev.retort.internal.dialect.postgres;

import dev.retort.internal.script.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a session has of its own at one moment, and loses when it ends: settings, the role, temporary objects, statements,
 * cursors, channels and locks. The difference of two of them is what {@code DISCARD ALL} would end, but for what was there
 * before.
 *
 * @param settings those that were set for the session or for the transaction, with their values
 * @param user the session's, which is not the one that has logged in after SET SESSION AUTHORIZATION
 * @param role {@code none} where there is none
 * @param temporary for each temporary object the statement that removes it
 * @param others for each other object the statement that removes it
 * @param transaction the number of the transaction in which it was looked at; empty where that has none
 */
record SessionState(
        Map<String, String> settings,
        String user,
        String role,
        Set<String> temporary,
        Set<String> others,
        String transaction) {

    /**
     * The transaction's own settings cannot be changed in it, and what looks after the connection is not the script's.
     * Nothing here is found by the search path, which a script may have set. Most sessions have no temporary schema, and the
     * server then reads no catalog for what is in it.
     */
    private static final String LOOK = """
            SELECT 'setting' AS kind, s.name, s.setting AS value FROM pg_catalog.pg_settings s
            WHERE s.source = 'session' AND s.context IN ('user', 'superuser') AND s.name NOT LIKE 'tcp\\_%'
              AND s.name NOT IN ('transaction_isolation', 'transaction_read_only', 'transaction_deferrable', 'seed',
                                 'client_connection_check_interval', 'idle_session_timeout')
            UNION ALL SELECT 'setting', c, pg_catalog.current_setting(c, true) FROM unnest(CAST(? AS pg_catalog.text[])) c
            WHERE pg_catalog.current_setting(c, true) <> ''
            UNION ALL SELECT 'user', NULL, session_user::pg_catalog.text
            UNION ALL SELECT 'role', NULL, pg_catalog.current_setting('role')
            UNION ALL SELECT 'transaction', NULL, pg_catalog.txid_current_if_assigned()::pg_catalog.text
            UNION ALL SELECT 'temporary', NULL, pg_catalog.format('DROP %s IF EXISTS %I.%I CASCADE',
                CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'S' THEN 'SEQUENCE' WHEN 'c' THEN 'TYPE' ELSE 'TABLE' END,
                n.nspname, c.relname)
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE pg_catalog.pg_my_temp_schema() <> 0 AND n.oid = pg_catalog.pg_my_temp_schema()
              AND c.relkind IN ('r', 'p', 'v', 'S', 'c')
            UNION ALL SELECT 'temporary', NULL, pg_catalog.format('DROP ROUTINE IF EXISTS %s CASCADE',
                p.oid::pg_catalog.regprocedure)
            FROM pg_catalog.pg_proc p
            WHERE pg_catalog.pg_my_temp_schema() <> 0 AND p.pronamespace = pg_catalog.pg_my_temp_schema()
            UNION ALL SELECT 'temporary', NULL, pg_catalog.format('DROP TYPE IF EXISTS %s CASCADE',
                t.oid::pg_catalog.regtype)
            FROM pg_catalog.pg_type t
            WHERE pg_catalog.pg_my_temp_schema() <> 0 AND t.typnamespace = pg_catalog.pg_my_temp_schema()
              AND t.typtype IN ('d', 'e', 'r')
            UNION ALL SELECT 'other', NULL, pg_catalog.format('DEALLOCATE %I', p.name)
            FROM pg_catalog.pg_prepared_statements p WHERE p.from_sql
            UNION ALL SELECT 'other', NULL, pg_catalog.format('CLOSE %I', c.name)
            FROM pg_catalog.pg_cursors c WHERE c.is_holdable
            UNION ALL SELECT 'other', NULL, pg_catalog.format('UNLISTEN %I', l) FROM pg_catalog.pg_listening_channels() l
            UNION ALL SELECT 'other', NULL, pg_catalog.format('SELECT pg_catalog.pg_advisory_unlock%s(%s)',
                CASE l.mode WHEN 'ShareLock' THEN '_shared' ELSE '' END,
                CASE l.objsubid WHEN 1 THEN ((l.classid::bigint << 32) | l.objid::bigint)::pg_catalog.text
                                ELSE l.classid::int || ', ' || l.objid::int END)
            FROM pg_catalog.pg_locks l
            WHERE l.locktype = 'advisory' AND l.granted AND l.pid = pg_catalog.pg_backend_pid()
            """;

    SessionState {
        settings = Map.copyOf(settings);
    }

    static SessionState of(Connection connection, CustomSettings customs) throws SQLException {
        Map<String, String> settings = new LinkedHashMap<>();
        Set<String> temporary = new LinkedHashSet<>();
        Set<String> others = new LinkedHashSet<>();
        String user = "";
        String role = "";
        String transaction = "";
        for (Row row : Rows.of(connection, LOOK, customs.names())) {
            String value = Objects.toString(row.get("value"), "");
            switch (String.valueOf(row.get("kind"))) {
                case "setting" -> settings.put(String.valueOf(row.get("name")), value);
                case "user" -> user = value;
                case "role" -> role = value;
                case "transaction" -> transaction = value;
                case "temporary" -> temporary.add(value);
                default -> others.add(value);
            }
        }
        return new SessionState(settings, user, role, temporary, others, transaction);
    }

    /** The same with a setting. */
    SessionState with(String setting, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(setting, value);
        return new SessionState(more, user, role, temporary, others, transaction);
    }

    /** Some of the settings, and nothing else. */
    SessionState only(Set<String> names) {
        Map<String, String> some = new LinkedHashMap<>(settings);
        some.keySet().retainAll(names);
        return new SessionState(some, "", "", Set.of(), Set.of(), transaction);
    }

    /** The same without settings. */
    SessionState without(Set<String> names) {
        Map<String, String> rest = new LinkedHashMap<>(settings);
        rest.keySet().removeAll(names);
        return new SessionState(rest, user, role, temporary, others, transaction);
    }

    /**
     * The statements that lead from another state's settings and role to these; empty where all are the same. Only who
     * has logged in may set everything, so that the role is left first, and taken on last.
     *
     * @param scope whether they end with the transaction
     */
    String settingsFrom(SessionState other, Scope scope) {
        StringBuilder settingsSql = new StringBuilder();
        other.settings.keySet().stream()
                .filter(name -> !settings.containsKey(name))
                .sorted()
                .forEach(name -> settingsSql.append(scope.toDefault(name)));
        settings.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(other.settings.get(entry.getKey())))
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> settingsSql.append(scope.set(entry.getKey(), entry.getValue())));
        boolean otherRole = !user.equals(other.user) || !role.equals(other.role);
        if (!otherRole) {
            return settingsSql.toString();
        }
        // Each user sets a role of its own: whoever leaves the user leaves the role.
        return scope.user("DEFAULT") + scope.role("none") + settingsSql + scope.user(quoted(user)) + scope.role(role);
    }

    /** The statements that end what was made since an earlier state; empty where there is nothing. */
    String removals(SessionState earlier) {
        StringBuilder sql = new StringBuilder();
        if (earlier.temporary.isEmpty()) {
            // Whoever owns them.
            sql.append(temporary.isEmpty() ? "" : "DISCARD TEMP;");
        } else {
            temporary.stream()
                    .filter(statement -> !earlier.temporary.contains(statement))
                    .forEach(statement -> sql.append(statement).append(';'));
        }
        others.stream()
                .filter(statement -> !earlier.others.contains(statement))
                .forEach(statement -> sql.append(statement).append(';'));
        return sql.toString();
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** How long a setting holds. */
    enum Scope {
        SESSION("SESSION", false),
        TRANSACTION("LOCAL", true);

        private final String word;
        private final boolean local;

        Scope(String word, boolean local) {
            this.word = word;
            this.local = local;
        }

        private String toDefault(String name) {
            return "SET " + word + " " + name + " TO DEFAULT;";
        }

        private String set(String name, String value) {
            return "SELECT pg_catalog.set_config(" + Values.quoted(name) + ", " + Values.quoted(value) + ", " + local
                    + ");";
        }

        private String user(String user) {
            return "SET " + word + " SESSION AUTHORIZATION " + user + ";";
        }

        private String role(String role) {
            return "SET " + word + " ROLE " + (role.equals("none") ? "NONE" : quoted(role)) + ";";
        }
    }
}
