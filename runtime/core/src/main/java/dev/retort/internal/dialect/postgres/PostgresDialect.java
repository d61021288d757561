package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.Administration;
import dev.retort.internal.dialect.Capability;
import dev.retort.internal.dialect.ClientVariables;
import dev.retort.internal.dialect.Costs;
import dev.retort.internal.dialect.DatabaseUrl;
import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.dialect.ErrorReading;
import dev.retort.internal.dialect.ExactRows;
import dev.retort.internal.dialect.Execution;
import dev.retort.internal.dialect.Locks;
import dev.retort.internal.dialect.Reading;
import dev.retort.internal.dialect.RowLoading;
import dev.retort.internal.dialect.RowTrials;
import dev.retort.internal.dialect.Samples;
import dev.retort.internal.dialect.Sessions;
import dev.retort.internal.dialect.ShellScripts;
import dev.retort.internal.dialect.Spelling;
import dev.retort.internal.difference.DifferenceRules;
import dev.retort.internal.fold.FoldingRules;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** PostgreSQL: everything it can do, it does itself, inside a transaction. */
public final class PostgresDialect implements Dialect {

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public String productName() {
        return "PostgreSQL";
    }

    @Override
    public String oldestVersion() {
        return "14";
    }

    @Override
    public String driver() {
        return "org.postgresql:postgresql";
    }

    @Override
    public Optional<DatabaseUrl> url(String url, ClientVariables variables) {
        return PostgresUrl.parse(url, variables);
    }

    @Override
    public String urlForm() {
        return "postgresql://user:password@host:port/database";
    }

    @Override
    public boolean limitsNames() {
        return true;
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.complementOf(EnumSet.of(
                Capability.TRIGGER_BODIES,
                Capability.STRICT_TABLES,
                Capability.TABLES_WITHOUT_ROWID,
                Capability.AUTOINCREMENT,
                Capability.CONFLICT_CLAUSES,
                Capability.UNTYPED_COLUMNS,
                Capability.COLUMN_PLACES,
                Capability.REBUILDING_BATCHES));
    }

    @Override
    public Spelling spelling() {
        return new PostgresSpelling();
    }

    @Override
    public Execution execution() {
        return new PostgresExecution();
    }

    @Override
    public RowLoading loading() {
        return new PostgresRowLoading();
    }

    @Override
    public Sessions sessions() {
        return new PostgresSessions();
    }

    @Override
    public ErrorReading errors() {
        return new PostgresErrorReading();
    }

    @Override
    public ShellScripts scripts() {
        return new PostgresShellScripts();
    }

    @Override
    public Locks locks() {
        return new PostgresLocks();
    }

    @Override
    public FoldingRules folding() {
        return PostgresFolding.RULES;
    }

    @Override
    public DifferenceRules difference() {
        return PostgresDifference.RULES;
    }

    @Override
    public Costs costs() {
        return PostgresCosts.ALL;
    }

    @Override
    public Reading reading() {
        return new PostgresReading();
    }

    @Override
    public Administration administration() {
        return new PostgresAdministration();
    }

    @Override
    public Samples samples() {
        return new PostgresSamples();
    }

    @Override
    public RowTrials trials() {
        return new PostgresRowTrials();
    }

    @Override
    public ExactRows exactRows() {
        return new PostgresExactRows();
    }
}
