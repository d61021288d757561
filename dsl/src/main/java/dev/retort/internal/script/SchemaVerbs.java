package dev.retort.internal.script;

import dev.retort.internal.operation.AttachPartition;
import dev.retort.internal.operation.CreateTable;
import dev.retort.internal.operation.DetachPartition;
import dev.retort.internal.operation.DropTable;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.RenameIndex;
import dev.retort.internal.operation.RenameTable;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Table;
import dev.retort.internal.script.verb.ColumnOptions;
import dev.retort.internal.script.verb.Declared;
import dev.retort.internal.script.verb.DropOptions;
import dev.retort.internal.script.verb.ExcludeOptions;
import dev.retort.internal.script.verb.ExistingColumnOptions;
import dev.retort.internal.script.verb.InSchema;
import dev.retort.internal.script.verb.IndexOptions;
import dev.retort.internal.script.verb.Inside;
import dev.retort.internal.script.verb.KeyOptions;
import dev.retort.internal.script.verb.Option;
import dev.retort.internal.script.verb.PlaceOptions;
import dev.retort.internal.script.verb.ReferenceOptions;
import dev.retort.internal.script.verb.SchemaOf;
import dev.retort.internal.script.verb.StorageOptions;
import dev.retort.internal.script.verb.TableOptions;
import dev.retort.internal.script.verb.Verb;
import dev.retort.internal.script.verb.Verbs;
import groovy.lang.Closure;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The verbs that create, change and drop tables. */
@Verbs(
        generates = "SchemaOperations",
        under = "VerbContext",
        batch = "BatchBuilder",
        batchChanges = "BatchChanges",
        declarations = "TableDeclarations",
        declarationsUnder = "VerbContext")
final class SchemaVerbs {

    private SchemaVerbs() {}

    @Verb("createTable('t') { … }")
    @InSchema
    @TableOptions
    @Option(value = "ifNotExists", type = Boolean.class)
    @Declared(
            value = "table",
            without = {"ifNotExists", "temporary", "onCommit"})
    static Operation createTable(
            VerbContext context, String table, @Inside("TableBuilder") Closure<?> body, Options options) {
        Table built = table(context, table, body, options);
        return new CreateTable(built, options.flag("ifNotExists"));
    }

    @Verb("dropTable 't'")
    @InSchema
    @DropOptions
    static Operation dropTable(String table, Options options) {
        return new DropTable(
                VerbContext.named(table, options), options.flag("ifExists"), options.flag("cascade"), null);
    }

    /** With the table as it was, so that {@code change} knows the inverse. */
    @Verb(value = "dropTable('t') { … }", note = "the closure says what it was")
    @InSchema
    @DropOptions
    @TableOptions
    static Operation dropTable(
            VerbContext context, String table, @Inside("TableBuilder") Closure<?> was, Options options) {
        QualifiedName name = VerbContext.named(table, options);
        boolean ifExists = options.flag("ifExists");
        boolean cascade = options.flag("cascade");
        return new DropTable(name, ifExists, cascade, table(context, table, was, options));
    }

    private static Table table(VerbContext context, String table, Closure<?> body, Options options) {
        QualifiedName name = VerbContext.named(table, options);
        TableVerbs parts = new TableVerbs(context.naming().of(name), context.database());
        context.inside(options.word(), new TableBuilder(parts), body);
        return parts.build(options.text("comment"), TableOptionReader.options(name, options));
    }

    @Verb("renameTable 't', 'new'")
    @InSchema
    static Operation renameTable(String table, String newName, Options options) {
        QualifiedName name = VerbContext.named(table, options);
        options.done();
        return new RenameTable(name, NameReader.renamed("the renamed table", name, newName));
    }

    /** Changes of one table in one go: a rebuild where the database needs one, plain changes elsewhere. */
    @Verb(value = "batchAlterTable('t') { … }", note = "inside, the operations that change one table, without its name")
    @InSchema
    @Option(value = "recreate", type = String.class, text = "`'auto'`, `'always'`, `'never'`")
    static Operation batchAlterTable(
            VerbContext context, String table, @Inside("BatchBuilder") Closure<?> body, Options options) {
        QualifiedName name = VerbContext.named(table, options);
        BatchChanges changes = new BatchChanges(context.naming().of(name), context.database());
        String recreate = options.text("recreate");
        options.done();
        context.inside(options.word(), new BatchBuilder(changes), body);
        return changes.build(recreate);
    }

    @Verb("addColumn 't', 'c', type")
    @ColumnOptions
    @Option(value = "ifNotExists", type = Boolean.class)
    @PlaceOptions
    static Operation addColumn(OperationReader table, String column, ColumnType type, Options options) {
        return table.addColumn(column, type, options);
    }

    @Verb("dropColumn 't', 'c'")
    @DropOptions
    @Option(value = "was", type = ColumnType.class)
    @ExistingColumnOptions
    @Option(value = "existingGenerated", type = Object.class)
    @Option(value = "existingStored", type = Boolean.class)
    static Operation dropColumn(OperationReader table, String column, Options options) {
        return table.dropColumn(column, options);
    }

    @Verb(value = "alterColumn 't', 'c'", needsOptions = true)
    @Option(value = "newColumnName", type = String.class)
    @Option(value = "type", type = ColumnType.class)
    @Option(value = "collation", type = String.class, text = "with `type`")
    @Option(value = "views", type = String.class, text = "`'recreate'`, with `type`")
    @Option(value = "using", type = Object.class)
    @Option(value = "nullable", type = Boolean.class)
    @Option(value = "default", type = Object.class)
    @Option(value = "comment", type = String.class)
    @Option(value = "identity", type = Object.class)
    @Option(value = "existingType", type = ColumnType.class)
    @Option(value = "existingUsing", type = Object.class)
    @ExistingColumnOptions
    @PlaceOptions
    static Operation alterColumn(OperationReader table, String column, Options options) {
        return table.alterColumn(column, options);
    }

    @Verb("renameColumn 't', 'c', 'new'")
    static Operation renameColumn(OperationReader table, String column, String newName) {
        return table.renameColumn(column, newName);
    }

    @Verb(
            value = "createIndex 'ix', 't', ['a', sql('b DESC')]",
            note = "by column: `ops: [b: 'text_pattern_ops']`, `collation: [b: 'C']`, `order: [a: 'DESC NULLS LAST']`")
    @IndexOptions
    @Option(value = "concurrently", type = Boolean.class, only = Option.Place.OUTSIDE_BATCH)
    @Option(value = "ifNotExists", type = Boolean.class)
    @Declared(
            value = "index",
            without = {"concurrently", "ifNotExists"})
    static Operation createIndex(@Nullable String name, OperationReader table, List<?> columns, Options options) {
        return table.createIndex(name, columns, options);
    }

    @Verb(value = "dropIndex 'ix', 't'", note = "the name may be `null` with `was`")
    @Option(value = "concurrently", type = Boolean.class, only = Option.Place.OUTSIDE_BATCH)
    @DropOptions
    @Option(value = "was", type = List.class)
    @IndexOptions
    static Operation dropIndex(@Nullable String name, OperationReader table, Options options) {
        return table.dropIndex(name, options);
    }

    @Verb("dropIndex 'ix'")
    @InSchema
    @Option(value = "concurrently", type = Boolean.class)
    @DropOptions
    static Operation dropIndex(VerbContext context, String name, Options options) {
        return OperationReader.dropIndex(context.naming().indexOfUnknownTable(name), null, options);
    }

    @Verb("renameIndex 'ix', 'new'")
    @InSchema
    static Operation renameIndex(String index, String newName, Options options) {
        QualifiedName name = options.qualified("the index to rename", index);
        options.done();
        return new RenameIndex(name, NameReader.renamed("the renamed index", name, newName));
    }

    @Verb("createPrimaryKey 'pk', 't', ['id']")
    @KeyOptions
    @Option(value = "usingIndex", type = String.class)
    @Declared(value = "primaryKey", without = "usingIndex")
    static Operation createPrimaryKey(
            @Nullable String name, OperationReader table, List<String> columns, Options options) {
        return table.createPrimaryKey(name, columns, options);
    }

    @Verb("createForeignKey 'fk', 'source', 'target', ['target_id'], ['id']")
    @Option(value = "referentSchema", type = String.class)
    @ReferenceOptions
    @Option(value = "notValid", type = Boolean.class)
    @Declared("foreignKey")
    static Operation createForeignKey(
            @Nullable String name,
            @SchemaOf("sourceSchema") OperationReader sourceTable,
            String referentTable,
            List<String> localColumns,
            List<String> remoteColumns,
            Options options) {
        return sourceTable.createForeignKey(name, referentTable, localColumns, remoteColumns, options);
    }

    @Verb("createUniqueConstraint 'uq', 't', ['a', 'b']")
    @KeyOptions
    @Option(value = "usingIndex", type = String.class)
    @Option(value = "nullsNotDistinct", type = Boolean.class)
    @Declared(value = "uniqueConstraint", without = "usingIndex")
    static Operation createUniqueConstraint(
            @Nullable String name, OperationReader table, List<String> columns, Options options) {
        return table.createUniqueConstraint(name, columns, options);
    }

    @Verb("createCheckConstraint 'ck', 't', 'a > 0'")
    @Option(
            value = {"notValid", "noInherit", "notEnforced"},
            type = Boolean.class)
    @Declared("checkConstraint")
    static Operation createCheckConstraint(
            @Nullable String name, OperationReader table, String condition, Options options) {
        return table.createCheckConstraint(name, condition, options);
    }

    @Verb("createExcludeConstraint 'ex', 't', [room: '=', during: '&&']")
    @ExcludeOptions
    @Declared("excludeConstraint")
    static Operation createExcludeConstraint(
            @Nullable String name, OperationReader table, Map<String, String> elements, Options options) {
        return table.createExcludeConstraint(name, elements, options);
    }

    @Verb(value = "dropConstraint 'name', 't'", note = "the name may be `null` with `was`")
    @Option(value = "type", type = String.class)
    @DropOptions
    @Option(value = "was", type = Object.class)
    @Option(value = "references", type = String.class)
    @ReferenceOptions
    @Option(
            value = {"notValid", "noInherit", "nullsNotDistinct"},
            type = Boolean.class)
    @Option(
            value = {"onConflict", "using"},
            type = String.class)
    @Option(value = "where", type = Object.class)
    @Option(value = "ops", type = Map.class)
    @Option(value = "include", type = List.class)
    @StorageOptions
    static Operation dropConstraint(String name, OperationReader table, Options options) {
        return table.dropConstraint(name, options);
    }

    /** Checks the existing rows against a constraint that was added as not valid. */
    @Verb(
            value = "validateConstraint 't', 'name'",
            note = "checks the rows that a `notValid` constraint left out; its downgrade does nothing")
    static Operation validateConstraint(OperationReader table, String name) {
        return table.validateConstraint(name);
    }

    @Verb("renameConstraint 't', 'name', 'new'")
    static Operation renameConstraint(OperationReader table, String name, String newName) {
        return table.renameConstraint(name, newName);
    }

    @Verb("attachPartition 't', 'part'")
    @InSchema
    @Option(value = "forValues", type = String.class, required = true)
    static Operation attachPartition(String table, String partition, Options options) {
        QualifiedName parent = VerbContext.named(table, options);
        QualifiedName child = NameReader.qualified("the partition", partition, parent.schema());
        return new AttachPartition(parent, child, Columns.forValues(child, options.text("forValues")));
    }

    @Verb("detachPartition 't', 'part'")
    @InSchema
    @Option(value = "concurrently", type = Boolean.class)
    @Option(value = "was", type = String.class)
    static Operation detachPartition(String table, String partition, Options options) {
        QualifiedName parent = VerbContext.named(table, options);
        QualifiedName child = NameReader.qualified("the partition", partition, parent.schema());
        return new DetachPartition(parent, child, options.flag("concurrently"), options.text("was"));
    }

    @Verb("createTableComment 't', 'text'")
    @Option(value = "existingComment", type = String.class)
    @Declared(value = "tableComment", without = "existingComment")
    static Operation createTableComment(OperationReader table, String comment, Options options) {
        return table.tableComment(comment, options);
    }

    @Verb("dropTableComment 't'")
    @Option(value = "existingComment", type = String.class)
    static Operation dropTableComment(OperationReader table, Options options) {
        return table.tableComment(null, options);
    }
}
