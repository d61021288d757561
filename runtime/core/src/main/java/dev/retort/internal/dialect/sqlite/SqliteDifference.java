package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.difference.DifferenceRules;
import dev.retort.internal.fold.FoldingRules;
import dev.retort.internal.operation.Execute;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.schema.SchemaObject;
import dev.retort.internal.schema.Table;
import dev.retort.internal.schema.Trigger;
import dev.retort.internal.schema.VirtualTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What leads from a schema of SQLite to another. */
final class SqliteDifference implements DifferenceRules {

    static final SqliteDifference RULES = new SqliteDifference();

    @Override
    public FoldingRules folding() {
        return SqliteFolding.RULES;
    }

    @Override
    public boolean checksApart() {
        return false;
    }

    @Override
    public String literal(Object value) {
        return Values.literal(value);
    }

    /** Any column takes any value, but for those of a strict table, which a statement of one's own has to convert. */
    @Override
    public @Nullable String using(String column, ColumnType from, ColumnType to) {
        return null;
    }

    /** A primary key that may hold nulls, as SQLite has them by default and no operation creates one. */
    @Override
    public boolean isUnspoken(Table table) {
        return table.constraints().stream()
                .filter(Constraint.PrimaryKey.class::isInstance)
                .flatMap(key -> key.accept(Constraint.COLUMNS).stream())
                .anyMatch(key -> table.columns().stream()
                        .anyMatch(column -> Names.same(column.name(), key) && column.nullable()));
    }

    @Override
    public List<Operation> create(SchemaObject object) {
        if (object instanceof Table spoken) {
            return List.of(sql(Definitions.createTableAsItIs(spoken)));
        }
        VirtualTable table = (VirtualTable) object;
        return List.of(sql("CREATE VIRTUAL TABLE " + Names.quote(table.name()) + " USING " + table.module()
                + (table.arguments().isEmpty() ? "" : "(" + table.arguments() + ")")));
    }

    @Override
    public List<Operation> drop(SchemaObject object) {
        return List.of(sql("DROP TABLE " + Names.quote(object.objectName().name())));
    }

    @Override
    public List<Operation> change(SchemaObject from, SchemaObject to) {
        return List.of();
    }

    @Override
    public List<Operation> firing(Trigger trigger) {
        return List.of();
    }

    @Override
    public List<Operation> comment(ObjectName object, @Nullable String comment, Schema schema) {
        return List.of();
    }

    @Override
    public List<Operation> columnOptions(QualifiedName table, Column from, Column to) {
        return List.of();
    }

    @Override
    public Column created(Column column) {
        return column;
    }

    @Override
    public List<Operation> options(Table from, Table to) {
        return List.of();
    }

    @Override
    public List<String> unreachable(Table from, Table to) {
        List<String> unreachable = new ArrayList<>();
        if (from.options().strict() != to.options().strict()) {
            unreachable.add(sentence(to, "STRICT", to.options().strict()));
        }
        if (from.options().withoutRowid() != to.options().withoutRowid()) {
            unreachable.add(sentence(to, "WITHOUT ROWID", to.options().withoutRowid()));
        }
        for (Column column : to.columns()) {
            from.columns().stream()
                    .filter(old -> Names.same(old.name(), column.name()))
                    .filter(old -> old.autoincrement() != column.autoincrement())
                    .forEach(old -> unreachable.add("The column \"" + column.name() + "\" of the table \"" + to.name()
                            + "\" is to be " + (column.autoincrement() ? "" : "no longer ")
                            + "AUTOINCREMENT; no change in place can do that, the table has to be created again."));
        }
        return unreachable;
    }

    private static String sentence(Table table, String option, boolean wanted) {
        return "The table \"" + table.name() + "\" is to be " + (wanted ? "" : "no longer ") + option
                + "; no change in place can do that, the table has to be created again.";
    }

    private static Operation sql(String text) {
        return new Execute(text, Map.of());
    }
}
