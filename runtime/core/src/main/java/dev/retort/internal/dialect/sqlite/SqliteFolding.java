package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.ddl.Grammar;
import dev.retort.internal.ddl.sqlite.SqliteGrammar;
import dev.retort.internal.fold.ColumnSpelling;
import dev.retort.internal.fold.FoldingRules;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Table;
import dev.retort.internal.schema.Trigger;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What operations do to a schema of SQLite, which keeps the texts of its tables: a column is what its text is read as.
 */
final class SqliteFolding implements FoldingRules {

    static final SqliteFolding RULES = new SqliteFolding();

    private static final Grammar GRAMMAR = new SqliteGrammar(Names.SYNTAX, Types::parse);

    @Override
    public Grammar grammar() {
        return GRAMMAR;
    }

    @Override
    public String home() {
        return Names.MAIN;
    }

    @Override
    public String key(String name) {
        return Names.key(name);
    }

    @Override
    public String unquoted(String word) {
        return word;
    }

    @Override
    public String quote(String identifier) {
        return Names.quote(identifier);
    }

    @Override
    public ColumnType kept(ColumnType type) {
        return type instanceof ColumnType.Enumeration enumeration
                ? new ColumnType.Enumeration(
                        QualifiedName.of(Names.unqualified(enumeration.name())), enumeration.values())
                : Types.parse(Definitions.type(type, false));
    }

    @Override
    public Column kept(Column column, Table table) {
        List<Constraint> keys = table.constraints().stream()
                .filter(Constraint.PrimaryKey.class::isInstance)
                .toList();
        Table.Options options =
                new Table.Options(table.options().strict(), table.options().withoutRowid(), false, false);
        Table alone = new Table(table.name(), List.of(column), keys, List.of(), null, options);
        String sql = Definitions.createTable(alone, false);
        SchemaRow row = new SchemaRow("table", table.name().name(), table.name().name(), sql);
        return new TableValue(row).table(List.of()).columns().get(0);
    }

    /** Every row is checked when a table is written again. */
    @Override
    public Constraint kept(Constraint constraint, Table table, Set<String> taken) {
        return new ColumnSpelling(table.columns(), Names::same).of(constraint.validated());
    }

    @Override
    public Index kept(Index index, List<Column> columns) {
        return new ColumnSpelling(columns, Names::same).of(index);
    }

    @Override
    public Trigger kept(Trigger trigger) {
        return trigger.doing(
                null, trigger.body() == null ? null : trigger.body().strip().replaceFirst(";$", ""));
    }

    @Override
    public boolean keepsEnumTypes() {
        return false;
    }

    @Override
    public boolean keepsComments() {
        return false;
    }

    @Override
    public boolean viewsKeepColumns() {
        return false;
    }

    @Override
    public @Nullable String usualStorage(ColumnType type) {
        return null;
    }

    @Override
    public boolean isUsualTablespace(String name) {
        return false;
    }

    @Override
    public boolean checksReferences() {
        return false;
    }
}
