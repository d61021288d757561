package dev.retort.internal.dialect.sqlite;

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
import dev.retort.internal.dialect.NoSessionLocks;
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

/**
 * SQLite, from 3.37 on. What {@code ALTER TABLE} cannot do there becomes a rebuild of the table that loses nothing,
 * without the author asking for it.
 *
 * <ul>
 *   <li>{@code now()} as a whole default or value is {@code CURRENT_TIMESTAMP}; no other expression is translated.
 *   <li>An identity column must be an integer primary key by itself, and becomes {@code INTEGER}, the rowid's alias.
 *       SQLite does not know {@code GENERATED ALWAYS}: an insert may always name a value.
 *   <li>An enumeration is a text with a check named {@code enum_<type>}; creating and dropping the type does nothing.
 *   <li>Comments are accepted and not kept. {@code concurrently} says nothing, as a writer is alone anyway; nor does
 *       {@code cascade} when an index, a trigger or a constraint is dropped. A table, a view or a column is dropped with
 *       the foreign keys, views and triggers that need it where {@code cascade} is given, and refused where it is not.
 *   <li>Constraints without a name can be dropped by the name PostgreSQL would give them.
 *   <li>A change of type converts each value as PostgreSQL does, and fails where one cannot be converted; casts in
 *       {@code using:} are put so that they do the same, see {@link Conversion}.
 *   <li>{@code notValid} says nothing, as a rebuild looks at every row; {@code validateConstraint} only looks whether there
 *       is such a constraint.
 *   <li>Intervals, arrays, exclusion constraints, index methods, operator classes, {@code include}, {@code nulls not
 *       distinct}, {@code MATCH FULL}, partitions, inheritance, storage parameters, unlogged tables and schemas are refused.
 * </ul>
 */
public final class SqliteDialect implements Dialect {

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public String productName() {
        return "SQLite";
    }

    @Override
    public String oldestVersion() {
        return "3.37";
    }

    @Override
    public String driver() {
        return "org.xerial:sqlite-jdbc";
    }

    @Override
    public Optional<DatabaseUrl> url(String url, ClientVariables variables) {
        return SqliteUrl.parse(url);
    }

    @Override
    public String urlForm() {
        return "sqlite:///file.db";
    }

    @Override
    public Optional<String> meant(String text) {
        return SqliteUrl.ofFile(text);
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(
                Capability.TRANSACTIONAL_DDL,
                Capability.ENUM_TYPES,
                Capability.VIEWS,
                Capability.TRIGGERS,
                Capability.TRIGGER_BODIES,
                Capability.STRICT_TABLES,
                Capability.TABLES_WITHOUT_ROWID,
                Capability.AUTOINCREMENT,
                Capability.CONFLICT_CLAUSES,
                Capability.UNTYPED_COLUMNS,
                Capability.COLUMN_PLACES,
                Capability.REBUILDING_BATCHES);
    }

    @Override
    public Spelling spelling() {
        return new SqliteSpelling();
    }

    @Override
    public Execution execution() {
        return new SqliteExecution();
    }

    @Override
    public RowLoading loading() {
        return new SqliteRowLoading();
    }

    @Override
    public Sessions sessions() {
        return new SqliteSessions();
    }

    @Override
    public ErrorReading errors() {
        return new SqliteErrorReading();
    }

    @Override
    public ShellScripts scripts() {
        return new SqliteShellScripts();
    }

    @Override
    public Locks locks() {
        return new NoSessionLocks(productName());
    }

    @Override
    public FoldingRules folding() {
        return SqliteFolding.RULES;
    }

    @Override
    public DifferenceRules difference() {
        return SqliteDifference.RULES;
    }

    @Override
    public Costs costs() {
        return SqliteCosts.ALL;
    }

    @Override
    public Reading reading() {
        return new SqliteReading();
    }

    @Override
    public Administration administration() {
        return new SqliteAdministration();
    }

    @Override
    public Samples samples() {
        return new SqliteSamples();
    }

    @Override
    public RowTrials trials() {
        return new SqliteRowTrials();
    }

    @Override
    public ExactRows exactRows() {
        return new SqliteExactRows();
    }
}
