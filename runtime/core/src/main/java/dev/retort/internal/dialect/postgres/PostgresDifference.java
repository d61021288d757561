package dev.retort.internal.dialect.postgres;

import dev.retort.internal.difference.DifferenceRules;
import dev.retort.internal.difference.HomeName;
import dev.retort.internal.fold.FoldingRules;
import dev.retort.internal.operation.AttachPartition;
import dev.retort.internal.operation.CreateTable;
import dev.retort.internal.operation.DetachPartition;
import dev.retort.internal.operation.Execute;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.Extension;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.schema.SchemaObject;
import dev.retort.internal.schema.Sequence;
import dev.retort.internal.schema.Table;
import dev.retort.internal.schema.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What leads from a schema of PostgreSQL to another. What the language has no operation for is SQL. */
final class PostgresDifference implements DifferenceRules {

    static final PostgresDifference RULES = new PostgresDifference(PostgresFolding.RULES);

    private final FoldingRules folding;

    private PostgresDifference(FoldingRules folding) {
        this.folding = folding;
    }

    @Override
    public FoldingRules folding() {
        return folding;
    }

    @Override
    public DifferenceRules at(String newHome) {
        return new PostgresDifference(folding.at(newHome));
    }

    @Override
    public boolean checksApart() {
        return true;
    }

    @Override
    public String literal(Object value) {
        return Values.literal(value);
    }

    @Override
    public @Nullable String using(String column, ColumnType from, ColumnType to) {
        return Conversion.using(column, from, to);
    }

    /** A table without a column, which is a mistake where somebody writes it. */
    @Override
    public boolean isUnspoken(Table table) {
        return table.columns().isEmpty()
                && table.options().partitionOf() == null
                && table.options().inherits().isEmpty();
    }

    @Override
    public List<Operation> create(SchemaObject object) {
        if (object instanceof Table table) {
            return TableStatements.create(new CreateTable(table.withIndexes(List.of()), false)).stream()
                    .map(statement -> sql(statement.sql()))
                    .toList();
        }
        return List.of(sql(object.accept(ObjectSql.CREATE)));
    }

    @Override
    public List<Operation> drop(SchemaObject object) {
        return List.of(sql(object.accept(ObjectSql.DROP)));
    }

    @Override
    public List<Operation> change(SchemaObject from, SchemaObject to) {
        return from.accept(new ObjectChange(to)).stream()
                .map(PostgresDifference::sql)
                .toList();
    }

    /** Hardly any extension has a script that leads back to an older version. */
    @Override
    public List<Operation> updateBack(Operation operation, Extension before) {
        boolean updates = operation instanceof Execute execute && execute.sql().startsWith("ALTER EXTENSION ");
        return updates && before.version() != null
                ? List.of(sql(updateBack(before.name(), before.version())))
                : List.of();
    }

    private static String updateBack(String name, String version) {
        String extension = Values.quoted(name);
        String notice = "The extension \"" + name + "\" has no script that leads back to the version " + version
                + ", and stays as it is.";
        return Blocks.of("""

                BEGIN
                    -- Where the extension has no script that leads back to this version, it stays as it is, and a notice says so.
                    IF EXISTS (SELECT FROM pg_extension e JOIN pg_extension_update_paths(%s) p ON p.source = e.extversion
                               WHERE e.extname = %s AND p.target = %s AND p.path IS NOT NULL) THEN
                        ALTER EXTENSION %s UPDATE TO %s;
                    ELSE
                        RAISE NOTICE '%%', %s;
                    END IF;
                END
                """.formatted(
                        extension,
                        extension,
                        Values.quoted(version),
                        Identifiers.quote(name),
                        Values.quoted(version),
                        Values.quoted(notice)));
    }

    @Override
    public List<Operation> firing(Trigger trigger) {
        String word = switch (trigger.options().firing()) {
            case ORIGIN -> "ENABLE";
            case REPLICA -> "ENABLE REPLICA";
            case ALWAYS -> "ENABLE ALWAYS";
            case DISABLED -> "DISABLE";
        };
        return List.of(
                sql(Clauses.alterTable(trigger.table()) + word + " TRIGGER " + Identifiers.quote(trigger.name())));
    }

    /** Also before limits that it has not reached: it is at its start until then. */
    @Override
    public List<Operation> moved(Sequence from, Sequence to) {
        String name = Identifiers.quote(to.name());
        boolean above = to.min() > from.min();
        boolean below = to.max() < from.max();
        long limit = above ? Math.min(to.min(), from.max()) : Math.max(to.max(), from.min());
        return above || below
                ? List.of(sql("SELECT setval(" + Values.quoted(name) + ", " + limit + ", " + !above + ") FROM " + name
                        + " WHERE last_value " + (above ? "< " : "> ") + limit))
                : List.of();
    }

    @Override
    public List<Operation> comment(ObjectName object, @Nullable String comment, Schema schema) {
        return List.of(sql("COMMENT ON " + CommentTarget.of(object, schema) + " IS "
                + (comment == null ? "NULL" : Values.quoted(comment))));
    }

    /** Storage; the rest is {@code alterColumn}'s. */
    @Override
    public List<Operation> columnOptions(QualifiedName table, Column from, Column to) {
        List<Operation> operations = new ArrayList<>();
        String alter = Clauses.alterTable(table) + "ALTER COLUMN " + Identifiers.quote(to.name()) + " SET ";
        if (!Objects.equals(from.storage(), to.storage())) {
            operations.add(sql(alter + "STORAGE "
                    + Objects.requireNonNullElseGet(
                            to.storage(), () -> PostgresFolding.RULES.usualStorage(to.type()))));
        }
        if (!Objects.equals(from.compression(), to.compression())) {
            operations.add(sql(alter + "COMPRESSION " + (to.compression() == null ? "default" : to.compression())));
        }
        return operations;
    }

    @Override
    public List<Operation> dropOnly(QualifiedName table, String column) {
        return List.of(
                sql("ALTER TABLE ONLY " + Identifiers.quote(table) + " DROP COLUMN " + Identifiers.quote(column)));
    }

    /** {@code STORAGE} is known there from version 16 on. */
    @Override
    public Column created(Column column) {
        return column.withToast(null, column.compression());
    }

    @Override
    public List<Operation> options(Table from, Table to) {
        List<Operation> operations = new ArrayList<>();
        Table.PartitionOf was = from.options().partitionOf();
        Table.PartitionOf is = to.options().partitionOf();
        if (!Objects.equals(was, is)) {
            if (was != null) {
                QualifiedName part = HomeName.beside(was.table(), to.name(), folding);
                operations.add(new DetachPartition(was.table(), part, false, was.forValues()));
            }
            if (is != null) {
                QualifiedName part = HomeName.beside(is.table(), to.name(), folding);
                operations.add(new AttachPartition(is.table(), part, is.forValues()));
            }
        }
        TableOptionChanges.between(from, to).forEach(sql -> operations.add(sql(sql)));
        return operations;
    }

    @Override
    public List<String> unreachable(Table from, Table to) {
        return Objects.equals(from.options().partitionBy(), to.options().partitionBy())
                ? List.of()
                : List.of("The table \"" + to.name() + "\" is partitioned by "
                        + Objects.requireNonNullElse(from.options().partitionBy(), "nothing") + ", and is to be by "
                        + Objects.requireNonNullElse(to.options().partitionBy(), "nothing")
                        + "; PostgreSQL cannot change that, the table has to be created again.");
    }

    private static Operation sql(String text) {
        return new Execute(text, Map.of());
    }
}
