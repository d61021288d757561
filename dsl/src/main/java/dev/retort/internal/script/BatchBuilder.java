package dev.retort.internal.script;

import dev.retort.internal.operation.BatchAlterTable;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.QualifiedName;
import groovy.lang.Closure;
import groovy.lang.DelegatesTo;
import groovy.transform.NamedParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands inside {@code batchAlterTable}: changes of one table, which is not named again. */
public final class BatchBuilder {

    private final QualifiedName table;
    private final String databaseName;
    private final OperationReader reader;
    private final List<Operation> changes = new ArrayList<>();

    BatchBuilder(TableNames names, String dialect) {
        this.table = names.table();
        this.databaseName = dialect;
        this.reader = new OperationReader(names);
    }

    /** @param recreate as the author writes it; null where nothing is said */
    BatchAlterTable build(@Nullable String recreate) {
        if (changes.isEmpty()) {
            throw new Refusal("batchAlterTable of \"" + table + "\" changes nothing.");
        }
        return new BatchAlterTable(table, changes, Words.recreate(recreate));
    }

    /** What stands inside counts on this database alone, {@code postgresql} or {@code sqlite}. */
    public void onlyOn(
            String database,
            @DelegatesTo(value = BatchBuilder.class, strategy = Closure.DELEGATE_FIRST) Closure<?> body) {
        onlyOn(List.of(database), body);
    }

    public void onlyOn(
            List<?> databases,
            @DelegatesTo(value = BatchBuilder.class, strategy = Closure.DELEGATE_FIRST) Closure<?> body) {
        if (Databases.include(databases, databaseName)) {
            Closures.call(body, this);
        }
    }

    public void renameColumn(String column, String newName) {
        changes.add(reader.renameColumn(column, newName));
    }

    public void validateConstraint(String name) {
        changes.add(reader.validateConstraint(name));
    }

    public void renameConstraint(String name, String newName) {
        changes.add(reader.renameConstraint(name, newName));
    }

    public void createPrimaryKey(@Nullable String name, List<String> columns) {
        createPrimaryKey(Map.of(), name, columns);
    }

    public void createPrimaryKey(
            @NamedParam(value = "deferrable", type = Boolean.class)
                    @NamedParam(value = "initially", type = String.class)
                    @NamedParam(value = "usingIndex", type = String.class)
                    @NamedParam(value = "onConflict", type = String.class)
                    @NamedParam(value = "include", type = List.class)
                    @NamedParam(value = "with", type = Map.class)
                    @NamedParam(value = "tablespace", type = String.class)
                    Map<String, ?> options,
            @Nullable String name,
            List<String> columns) {
        Options read = new Options("createPrimaryKey", options);
        changes.add(reader.createPrimaryKey(name, columns, read));
    }

    public void dropTableComment() {
        dropTableComment(Map.of());
    }

    public void dropTableComment(@NamedParam(value = "existingComment", type = String.class) Map<String, ?> options) {
        changes.add(reader.tableComment(null, new Options("dropTableComment", options)));
    }

    public void addColumn(String column, ColumnType type) {
        addColumn(Map.of(), column, type);
    }

    public void addColumn(
            @NamedParam(value = "nullable", type = Boolean.class)
                    @NamedParam(value = "default", type = Object.class)
                    @NamedParam(value = "primaryKey", type = Boolean.class)
                    @NamedParam(value = "unique", type = Boolean.class)
                    @NamedParam(value = "index", type = Boolean.class)
                    @NamedParam(value = "references", type = String.class)
                    @NamedParam(value = "onDelete", type = String.class)
                    @NamedParam(value = "onUpdate", type = String.class)
                    @NamedParam(value = "match", type = String.class)
                    @NamedParam(value = "deferrable", type = Boolean.class)
                    @NamedParam(value = "initially", type = String.class)
                    @NamedParam(value = "notEnforced", type = Boolean.class)
                    @NamedParam(value = "comment", type = String.class)
                    @NamedParam(value = "identity", type = Object.class)
                    @NamedParam(value = "generated", type = Object.class)
                    @NamedParam(value = "stored", type = Boolean.class)
                    @NamedParam(value = "collation", type = String.class)
                    @NamedParam(value = "autoincrement", type = Boolean.class)
                    @NamedParam(value = "check", type = Object.class)
                    @NamedParam(value = "onConflict", type = String.class)
                    @NamedParam(value = "storage", type = String.class)
                    @NamedParam(value = "compression", type = String.class)
                    @NamedParam(value = "ifNotExists", type = Boolean.class)
                    @NamedParam(value = "before", type = String.class)
                    @NamedParam(value = "after", type = String.class)
                    Map<String, ?> options,
            String column,
            ColumnType type) {
        Options read = new Options("addColumn", options);
        changes.add(reader.addColumn(column, type, read));
    }

    public void dropColumn(String column) {
        dropColumn(Map.of(), column);
    }

    public void dropColumn(
            @NamedParam(value = "ifExists", type = Boolean.class)
                    @NamedParam(value = "cascade", type = Boolean.class)
                    @NamedParam(value = "was", type = ColumnType.class)
                    @NamedParam(value = "existingNullable", type = Boolean.class)
                    @NamedParam(value = "existingDefault", type = Object.class)
                    @NamedParam(value = "existingComment", type = String.class)
                    @NamedParam(value = "existingIdentity", type = Object.class)
                    @NamedParam(value = "existingGenerated", type = Object.class)
                    @NamedParam(value = "existingStored", type = Boolean.class)
                    @NamedParam(value = "existingCollation", type = String.class)
                    Map<String, ?> options,
            String column) {
        Options read = new Options("dropColumn", options);
        changes.add(reader.dropColumn(column, read));
    }

    public void alterColumn(
            @NamedParam(value = "newColumnName", type = String.class)
                    @NamedParam(value = "type", type = ColumnType.class)
                    @NamedParam(value = "nullable", type = Boolean.class)
                    @NamedParam(value = "default", type = Object.class)
                    @NamedParam(value = "comment", type = String.class)
                    @NamedParam(value = "using", type = Object.class)
                    @NamedParam(value = "collation", type = String.class)
                    @NamedParam(value = "identity", type = Object.class)
                    @NamedParam(value = "existingType", type = ColumnType.class)
                    @NamedParam(value = "existingNullable", type = Boolean.class)
                    @NamedParam(value = "existingDefault", type = Object.class)
                    @NamedParam(value = "existingComment", type = String.class)
                    @NamedParam(value = "existingUsing", type = Object.class)
                    @NamedParam(value = "existingCollation", type = String.class)
                    @NamedParam(value = "existingIdentity", type = Object.class)
                    @NamedParam(value = "views", type = String.class)
                    @NamedParam(value = "before", type = String.class)
                    @NamedParam(value = "after", type = String.class)
                    Map<String, ?> options,
            String column) {
        Options read = new Options("alterColumn", options);
        changes.add(reader.alterColumn(column, read));
    }

    public void createIndex(@Nullable String name, List<?> columns) {
        createIndex(Map.of(), name, columns);
    }

    public void createIndex(
            @NamedParam(value = "unique", type = Boolean.class)
                    @NamedParam(value = "where", type = Object.class)
                    @NamedParam(value = "using", type = String.class)
                    @NamedParam(value = "include", type = List.class)
                    @NamedParam(value = "nullsNotDistinct", type = Boolean.class)
                    @NamedParam(value = "ops", type = Map.class)
                    @NamedParam(value = "collation", type = Map.class)
                    @NamedParam(value = "order", type = Map.class)
                    @NamedParam(value = "with", type = Map.class)
                    @NamedParam(value = "tablespace", type = String.class)
                    @NamedParam(value = "ifNotExists", type = Boolean.class)
                    Map<String, ?> options,
            @Nullable String name,
            List<?> columns) {
        Options read = new Options("createIndex", options);
        changes.add(reader.createIndex(name, columns, read));
    }

    public void dropIndex(String name) {
        dropIndex(Map.of(), name);
    }

    public void dropIndex(
            @NamedParam(value = "ifExists", type = Boolean.class)
                    @NamedParam(value = "cascade", type = Boolean.class)
                    @NamedParam(value = "was", type = List.class)
                    @NamedParam(value = "unique", type = Boolean.class)
                    @NamedParam(value = "where", type = Object.class)
                    @NamedParam(value = "using", type = String.class)
                    @NamedParam(value = "include", type = List.class)
                    @NamedParam(value = "nullsNotDistinct", type = Boolean.class)
                    @NamedParam(value = "ops", type = Map.class)
                    @NamedParam(value = "collation", type = Map.class)
                    @NamedParam(value = "order", type = Map.class)
                    @NamedParam(value = "with", type = Map.class)
                    @NamedParam(value = "tablespace", type = String.class)
                    Map<String, ?> options,
            @Nullable String name) {
        Options read = new Options("dropIndex", options);
        changes.add(reader.dropIndex(name, read));
    }

    public void createForeignKey(
            @Nullable String name, String referent, List<String> localColumns, List<String> remoteColumns) {
        createForeignKey(Map.of(), name, referent, localColumns, remoteColumns);
    }

    public void createForeignKey(
            @NamedParam(value = "referentSchema", type = String.class)
                    @NamedParam(value = "onDelete", type = String.class)
                    @NamedParam(value = "onUpdate", type = String.class)
                    @NamedParam(value = "match", type = String.class)
                    @NamedParam(value = "deferrable", type = Boolean.class)
                    @NamedParam(value = "initially", type = String.class)
                    @NamedParam(value = "notValid", type = Boolean.class)
                    @NamedParam(value = "notEnforced", type = Boolean.class)
                    Map<String, ?> options,
            @Nullable String name,
            String referent,
            List<String> localColumns,
            List<String> remoteColumns) {
        Options read = new Options("createForeignKey", options);
        changes.add(reader.createForeignKey(name, referent, localColumns, remoteColumns, read));
    }

    public void createUniqueConstraint(@Nullable String name, List<String> columns) {
        createUniqueConstraint(Map.of(), name, columns);
    }

    public void createUniqueConstraint(
            @NamedParam(value = "deferrable", type = Boolean.class)
                    @NamedParam(value = "initially", type = String.class)
                    @NamedParam(value = "nullsNotDistinct", type = Boolean.class)
                    @NamedParam(value = "usingIndex", type = String.class)
                    @NamedParam(value = "onConflict", type = String.class)
                    @NamedParam(value = "include", type = List.class)
                    @NamedParam(value = "with", type = Map.class)
                    @NamedParam(value = "tablespace", type = String.class)
                    Map<String, ?> options,
            @Nullable String name,
            List<String> columns) {
        Options read = new Options("createUniqueConstraint", options);
        changes.add(reader.createUniqueConstraint(name, columns, read));
    }

    public void createCheckConstraint(@Nullable String name, String condition) {
        createCheckConstraint(Map.of(), name, condition);
    }

    public void createCheckConstraint(
            @NamedParam(value = "notValid", type = Boolean.class)
                    @NamedParam(value = "noInherit", type = Boolean.class)
                    @NamedParam(value = "notEnforced", type = Boolean.class)
                    Map<String, ?> options,
            @Nullable String name,
            String condition) {
        Options read = new Options("createCheckConstraint", options);
        changes.add(reader.createCheckConstraint(name, condition, read));
    }

    public void createExcludeConstraint(@Nullable String name, Map<String, String> elements) {
        createExcludeConstraint(Map.of(), name, elements);
    }

    public void createExcludeConstraint(
            @NamedParam(value = "using", type = String.class)
                    @NamedParam(value = "where", type = Object.class)
                    @NamedParam(value = "deferrable", type = Boolean.class)
                    @NamedParam(value = "initially", type = String.class)
                    @NamedParam(value = "ops", type = Map.class)
                    @NamedParam(value = "include", type = List.class)
                    @NamedParam(value = "with", type = Map.class)
                    @NamedParam(value = "tablespace", type = String.class)
                    Map<String, ?> options,
            @Nullable String name,
            Map<String, String> elements) {
        Options read = new Options("createExcludeConstraint", options);
        changes.add(reader.createExcludeConstraint(name, elements, read));
    }

    public void dropConstraint(String name) {
        dropConstraint(Map.of(), name);
    }

    public void dropConstraint(
            @NamedParam(value = "type", type = String.class)
                    @NamedParam(value = "ifExists", type = Boolean.class)
                    @NamedParam(value = "cascade", type = Boolean.class)
                    @NamedParam(value = "was", type = Object.class)
                    @NamedParam(value = "references", type = String.class)
                    @NamedParam(value = "onDelete", type = String.class)
                    @NamedParam(value = "onUpdate", type = String.class)
                    @NamedParam(value = "match", type = String.class)
                    @NamedParam(value = "deferrable", type = Boolean.class)
                    @NamedParam(value = "initially", type = String.class)
                    @NamedParam(value = "notValid", type = Boolean.class)
                    @NamedParam(value = "notEnforced", type = Boolean.class)
                    @NamedParam(value = "noInherit", type = Boolean.class)
                    @NamedParam(value = "nullsNotDistinct", type = Boolean.class)
                    @NamedParam(value = "onConflict", type = String.class)
                    @NamedParam(value = "using", type = String.class)
                    @NamedParam(value = "where", type = Object.class)
                    @NamedParam(value = "ops", type = Map.class)
                    @NamedParam(value = "include", type = List.class)
                    @NamedParam(value = "with", type = Map.class)
                    @NamedParam(value = "tablespace", type = String.class)
                    Map<String, ?> options,
            String name) {
        Options read = new Options("dropConstraint", options);
        changes.add(reader.dropConstraint(name, read));
    }

    public void createTableComment(String comment) {
        createTableComment(Map.of(), comment);
    }

    public void createTableComment(
            @NamedParam(value = "existingComment", type = String.class) Map<String, ?> options, String comment) {
        Options read = new Options("createTableComment", options);
        changes.add(reader.tableComment(comment, read));
    }
}
