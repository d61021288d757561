package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.GuardSql;
import dev.retort.internal.dialect.ScriptSession;
import dev.retort.internal.dialect.ShellScripts;
import dev.retort.internal.dialect.StepGuard;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;

/** How a run is written as a script for the shell of PostgreSQL. */
final class PostgresShellScripts implements ShellScripts {

    @Override
    public Optional<Connection> shadow(Optional<Connection> original) {
        return Optional.empty();
    }

    @Override
    public List<String> openingStatements() {
        return List.of(PsqlSession.ENCODING, "SET standard_conforming_strings = on");
    }

    @Override
    public ScriptSession scriptSession(Optional<Connection> shadow) {
        return new PsqlSession(openingStatements());
    }

    @Override
    public String scriptText(String sql) {
        return PsqlText.of(sql);
    }

    @Override
    public GuardSql guard(StepGuard guard) {
        return new Guard(guard).sql();
    }
}
