package dev.retort.internal.run.online;

import dev.retort.internal.run.RunContext;
import dev.retort.internal.run.statement.SqlFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * That the connection's role could do more than change its database.
 *
 * @param excess a sentence, which the history keeps
 */
public record RoleWarning(String excess) {

    private static final Logger RUN = LoggerFactory.getLogger("dev.retort.run");

    /** Warns; empty where the role is as it should be, or the history keeps that it was warned of. */
    public static Optional<RoleWarning> warn(RunContext context, Connection connection) {
        Optional<RoleWarning> warning;
        try {
            warning = context.dialect()
                    .sessions()
                    .excessOfRole(connection)
                    .filter(excess -> !isKept(context, connection, excess))
                    .map(RoleWarning::new);
        } catch (SQLException e) {
            throw new SqlFailure(context.dialect().errors().explain(e), "", e);
        }
        warning.ifPresent(given -> RUN.warn(
                "{} A role that is enough is described by: retort explain role. Silence this with role_warning = false.",
                given.excess()));
        return warning;
    }

    private static boolean isKept(RunContext context, Connection connection, String excess) {
        return context.store(connection)
                .log()
                .filter(history -> history.notes(excess))
                .isPresent();
    }
}
