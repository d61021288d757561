package dev.retort.internal.dialect.postgres;

import dev.retort.internal.script.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * What a session may do on the server's own machine.
 *
 * @param role the one that logged in; what it may become by SET ROLE, a script may become too
 * @param powers the predefined roles that open the machine, as far as it belongs to them
 */
record RoleRights(String role, boolean superuser, List<String> powers) {

    /** A superuser belongs to every role, and who may become one is no less. */
    private static final String QUERY = """
            SELECT session_user::text AS role,
                   EXISTS (SELECT FROM pg_roles WHERE rolsuper AND pg_has_role(session_user, oid, 'MEMBER')) AS superuser,
                   (SELECT string_agg(rolname, ' ' ORDER BY rolname) FROM pg_roles
                    WHERE rolname IN ('pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files')
                      AND pg_has_role(session_user, oid, 'MEMBER')) AS powers
            """;

    static RoleRights of(Connection connection) throws SQLException {
        Row row = Rows.of(connection, QUERY).get(0);
        String powers = row.string("powers");
        return new RoleRights(
                String.valueOf(row.string("role")),
                Boolean.TRUE.equals(row.bool("superuser")),
                powers == null ? List.of() : List.of(powers.split(" ")));
    }

    Optional<String> excess() {
        if (superuser) {
            return Optional.of("The role \"" + role + "\" is a superuser, or may become one: its migrations can run"
                    + " programs and use files on the database's server.");
        } else if (!powers.isEmpty()) {
            return Optional.of("The role \"" + role + "\" is a member of " + String.join(", ", powers)
                    + ": its migrations reach the machine of the database's server.");
        }
        return Optional.empty();
    }
}
