package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.dialect.ScriptSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The session of sqlite3, of which the database in memory shows what the statements did to it. */
final class ShellSession implements ScriptSession {

    private final @Nullable Connection shadow;
    private final @Nullable SessionState home;

    ShellSession(Optional<Connection> shadow) {
        this.shadow = shadow.orElse(null);
        this.home = shadow.map(ShellSession::look).orElse(null);
    }

    private static SessionState look(Connection connection) {
        try {
            return SessionState.of(connection);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(SQLException failure) {
        return new IllegalStateException("a database in memory failed", failure);
    }

    @Override
    public void note(String sql) {}

    @Override
    public List<String> afterPart() {
        return List.of();
    }

    @Override
    public List<String> among(List<String> own) {
        return own;
    }

    /** A temporary table may have the name of one of Retort's. */
    @Override
    public List<String> beforeOwn() {
        return shadow == null || home == null ? List.of() : run(shadow, home.removalsFrom(look(shadow)));
    }

    /** In a transaction SQLite sets few of its pragmas. */
    @Override
    public List<String> afterRevision() {
        return shadow == null || home == null ? List.of() : run(shadow, home.pragmasFrom(look(shadow)));
    }

    private static List<String> run(Connection shadow, List<String> statements) {
        try {
            for (String statement : statements) {
                Queries.execute(shadow, statement);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
        return statements;
    }
}
