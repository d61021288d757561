package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.dialect.Catalog;
import dev.retort.internal.dialect.GuardSql;
import dev.retort.internal.dialect.ScriptSession;
import dev.retort.internal.dialect.ShellScripts;
import dev.retort.internal.dialect.StepGuard;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** How a run is written as a script for the shell of SQLite. */
final class SqliteShellScripts implements ShellScripts {

    @Override
    public Optional<Connection> shadow(Optional<Connection> original) throws SQLException {
        try {
            Catalog empty = (sql, parameters) -> List.of();
            Catalog catalog = original.map(Queries::catalog).orElse(empty);
            return Optional.of(ShadowSchema.copy(catalog));
        } catch (Queries.Failed e) {
            throw e.failure();
        }
    }

    @Override
    public List<String> openingStatements() {
        return List.of(SqliteSession.FOREIGN_KEYS_OFF);
    }

    @Override
    public ScriptSession scriptSession(Optional<Connection> shadow) {
        return new ShellSession(shadow);
    }

    @Override
    public String scriptText(String sql) {
        return ShellText.of(sql);
    }

    @Override
    public GuardSql guard(StepGuard guard) {
        return new Guard(guard).sql();
    }
}
