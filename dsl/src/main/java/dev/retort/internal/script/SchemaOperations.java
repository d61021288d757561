package dev.retort.internal.script;

import dev.retort.internal.operation.AttachPartition;
import dev.retort.internal.operation.DetachPartition;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.RenameIndex;
import dev.retort.internal.operation.RenameTable;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.QualifiedName;
import groovy.transform.NamedParam;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The verbs that change a table that is there already; each comes without options and with them. */
public abstract class SchemaOperations extends Types {

    SchemaOperations() {}

    /** Hands an operation on, in the order of the script. */
    abstract int emit(Operation operation);

    abstract Naming naming();

    static QualifiedName named(String table, Options options) {
        return options.qualified("the table of " + options.word(), table);
    }

    private OperationReader on(String table, Options options) {
        return new OperationReader(naming().of(named(table, options)));
    }

    public void renameTable(String table, String newName) {
        renameTable(Map.of(), table, newName);
    }

    public void renameTable(
            @NamedParam(value = "schema", type = String.class) Map<String, ?> options, String table, String newName) {
        Options read = new Options("renameTable", options);
        QualifiedName name = named(table, read);
        read.done();
        emit(new RenameTable(name, NameReader.renamed("the renamed table", name, newName)));
    }

    public void addColumn(String table, String column, ColumnType type) {
        addColumn(Map.of(), table, column, type);
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
                    @NamedParam(value = "schema", type = String.class)
                    Map<String, ?> options,
            String table,
            String column,
            ColumnType type) {
        Options read = new Options("addColumn", options);
        emit(on(table, read).addColumn(column, type, read));
    }

    public void dropColumn(String table, String column) {
        dropColumn(Map.of(), table, column);
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
                    @NamedParam(value = "schema", type = String.class)
                    Map<String, ?> options,
            String table,
            String column) {
        Options read = new Options("dropColumn", options);
        emit(on(table, read).dropColumn(column, read));
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
                    @NamedParam(value = "schema", type = String.class)
                    Map<String, ?> options,
            String table,
            String column) {
        Options read = new Options("alterColumn", options);
        emit(on(table, read).alterColumn(column, read));
    }

    public void renameColumn(String table, String column, String newName) {
        renameColumn(Map.of(), table, column, newName);
    }

    public void renameColumn(
            @NamedParam(value = "schema", type = String.class) Map<String, ?> options,
            String table,
            String column,
            String newName) {
        Options read = new Options("renameColumn", options);
        OperationReader reader = on(table, read);
        read.done();
        emit(reader.renameColumn(column, newName));
    }

    public void createIndex(@Nullable String name, String table, List<?> columns) {
        createIndex(Map.of(), name, table, columns);
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
                    @NamedParam(value = "concurrently", type = Boolean.class)
                    @NamedParam(value = "ifNotExists", type = Boolean.class)
                    @NamedParam(value = "schema", type = String.class)
                    Map<String, ?> options,
            @Nullable String name,
            String table,
            List<?> columns) {
        Options read = new Options("createIndex", options);
        emit(on(table, read).createIndex(name, columns, read));
    }

    public void dropIndex(String name, String table) {
        dropIndex(Map.of(), name, table);
    }

    public void dropIndex(
            @NamedParam(value = "concurrently", type = Boolean.class)
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
                    @NamedParam(value = "schema", type = String.class)
                    Map<String, ?> options,
            @Nullable String name,
            String table) {
        Options read = new Options("dropIndex", options);
        emit(on(table, read).dropIndex(name, read));
    }

    public void dropIndex(String name) {
        dropIndex(Map.of(), name);
    }

    public void dropIndex(
            @NamedParam(value = "concurrently", type = Boolean.class)
                    @NamedParam(value = "ifExists", type = Boolean.class)
                    @NamedParam(value = "cascade", type = Boolean.class)
                    @NamedParam(value = "schema", type = String.class)
                    Map<String, ?> options,
            String name) {
        Options read = new Options("dropIndex", options);
        emit(OperationReader.dropIndex(naming().indexOfUnknownTable(name), null, read));
    }

    public void renameIndex(String index, String newName) {
        renameIndex(Map.of(), index, newName);
    }

    public void renameIndex(
            @NamedParam(value = "schema", type = String.class) Map<String, ?> options, String index, String newName) {
        Options read = new Options("renameIndex", options);
        QualifiedName name = read.qualified("the index to rename", index);
        read.done();
        emit(new RenameIndex(name, NameReader.renamed("the renamed index", name, newName)));
    }

    public void createForeignKey(
            @Nullable String name,
            String sourceTable,
            String referentTable,
            List<String> localColumns,
            List<String> remoteColumns) {
        createForeignKey(Map.of(), name, sourceTable, referentTable, localColumns, remoteColumns);
    }

    public void createForeignKey(
            @NamedParam(value = "sourceSchema", type = String.class)
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
            String sourceTable,
            String referentTable,
            List<String> localColumns,
            List<String> remoteColumns) {
        Options read = new Options("createForeignKey", options);
        QualifiedName source = read.qualified("a table", sourceTable, "sourceSchema");
        OperationReader reader = new OperationReader(naming().of(source));
        emit(reader.createForeignKey(name, referentTable, localColumns, remoteColumns, read));
    }

    public void createPrimaryKey(@Nullable String name, String table, List<String> columns) {
        createPrimaryKey(Map.of(), name, table, columns);
    }

    public void createPrimaryKey(
            @NamedParam(value = "deferrable", type = Boolean.class)
                    @NamedParam(value = "initially", type = String.class)
                    @NamedParam(value = "usingIndex", type = String.class)
                    @NamedParam(value = "onConflict", type = String.class)
                    @NamedParam(value = "include", type = List.class)
                    @NamedParam(value = "with", type = Map.class)
                    @NamedParam(value = "tablespace", type = String.class)
                    @NamedParam(value = "schema", type = String.class)
                    Map<String, ?> options,
            @Nullable String name,
            String table,
            List<String> columns) {
        Options read = new Options("createPrimaryKey", options);
        emit(on(table, read).createPrimaryKey(name, columns, read));
    }

    public void createUniqueConstraint(@Nullable String name, String table, List<String> columns) {
        createUniqueConstraint(Map.of(), name, table, columns);
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
                    @NamedParam(value = "schema", type = String.class)
                    Map<String, ?> options,
            @Nullable String name,
            String table,
            List<String> columns) {
        Options read = new Options("createUniqueConstraint", options);
        emit(on(table, read).createUniqueConstraint(name, columns, read));
    }

    public void createCheckConstraint(@Nullable String name, String table, String condition) {
        createCheckConstraint(Map.of(), name, table, condition);
    }

    public void createCheckConstraint(
            @NamedParam(value = "notValid", type = Boolean.class)
                    @NamedParam(value = "noInherit", type = Boolean.class)
                    @NamedParam(value = "notEnforced", type = Boolean.class)
                    @NamedParam(value = "schema", type = String.class)
                    Map<String, ?> options,
            @Nullable String name,
            String table,
            String condition) {
        Options read = new Options("createCheckConstraint", options);
        emit(on(table, read).createCheckConstraint(name, condition, read));
    }

    public void createExcludeConstraint(@Nullable String name, String table, Map<String, String> elements) {
        createExcludeConstraint(Map.of(), name, table, elements);
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
                    @NamedParam(value = "schema", type = String.class)
                    Map<String, ?> options,
            @Nullable String name,
            String table,
            Map<String, String> elements) {
        Options read = new Options("createExcludeConstraint", options);
        emit(on(table, read).createExcludeConstraint(name, elements, read));
    }

    public void dropConstraint(String name, String table) {
        dropConstraint(Map.of(), name, table);
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
                    @NamedParam(value = "schema", type = String.class)
                    Map<String, ?> options,
            String name,
            String table) {
        Options read = new Options("dropConstraint", options);
        emit(on(table, read).dropConstraint(name, read));
    }

    /** Checks the existing rows against a constraint that was added as not valid. */
    public void validateConstraint(String table, String name) {
        validateConstraint(Map.of(), table, name);
    }

    public void validateConstraint(
            @NamedParam(value = "schema", type = String.class) Map<String, ?> options, String table, String name) {
        Options read = new Options("validateConstraint", options);
        OperationReader reader = on(table, read);
        read.done();
        emit(reader.validateConstraint(name));
    }

    public void renameConstraint(String table, String name, String newName) {
        renameConstraint(Map.of(), table, name, newName);
    }

    public void renameConstraint(
            @NamedParam(value = "schema", type = String.class) Map<String, ?> options,
            String table,
            String name,
            String newName) {
        Options read = new Options("renameConstraint", options);
        OperationReader reader = on(table, read);
        read.done();
        emit(reader.renameConstraint(name, newName));
    }

    public void attachPartition(
            @NamedParam(value = "forValues", type = String.class, required = true)
                    @NamedParam(value = "schema", type = String.class)
                    Map<String, ?> options,
            String table,
            String partition) {
        Options read = new Options("attachPartition", options);
        QualifiedName parent = named(table, read);
        QualifiedName child = NameReader.qualified("the partition", partition, parent.schema());
        String forValues = Columns.forValues(child, read.text("forValues"));
        read.done();
        emit(new AttachPartition(parent, child, forValues));
    }

    public void detachPartition(String table, String partition) {
        detachPartition(Map.of(), table, partition);
    }

    public void detachPartition(
            @NamedParam(value = "concurrently", type = Boolean.class)
                    @NamedParam(value = "was", type = String.class)
                    @NamedParam(value = "schema", type = String.class)
                    Map<String, ?> options,
            String table,
            String partition) {
        Options read = new Options("detachPartition", options);
        QualifiedName parent = named(table, read);
        QualifiedName child = NameReader.qualified("the partition", partition, parent.schema());
        Operation operation = new DetachPartition(parent, child, read.flag("concurrently"), read.text("was"));
        read.done();
        emit(operation);
    }

    public void createTableComment(String table, String comment) {
        createTableComment(Map.of(), table, comment);
    }

    public void createTableComment(
            @NamedParam(value = "existingComment", type = String.class)
                    @NamedParam(value = "schema", type = String.class)
                    Map<String, ?> options,
            String table,
            String comment) {
        Options read = new Options("createTableComment", options);
        emit(on(table, read).tableComment(comment, read));
    }

    public void dropTableComment(String table) {
        dropTableComment(Map.of(), table);
    }

    public void dropTableComment(
            @NamedParam(value = "existingComment", type = String.class)
                    @NamedParam(value = "schema", type = String.class)
                    Map<String, ?> options,
            String table) {
        Options read = new Options("dropTableComment", options);
        emit(on(table, read).tableComment(null, read));
    }
}
