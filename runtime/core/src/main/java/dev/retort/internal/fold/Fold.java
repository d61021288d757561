package dev.retort.internal.fold;

import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.EnumType;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.schema.Table;
import dev.retort.internal.script.CatalogQuestion;
import java.util.List;
import java.util.Optional;

/** A schema that operations change one after the other, and that can be asked what it has become. Not thread-safe. */
public final class Fold {

    private final WorkingSchema schema;
    private final OperationFolding operations;

    public Fold(Schema start, FoldingRules rules) {
        this.schema = new WorkingSchema(start, rules);
        this.operations = new OperationFolding(schema);
    }

    /** @throws dev.retort.RetortException as {@link Folding#after(Schema, Operation)} does */
    public void apply(Operation operation) {
        operation.accept(operations);
    }

    /** What the operations that came so far have made of it. */
    public Schema schema() {
        return schema.schema();
    }

    /** The same, to look things up in. */
    public SchemaAt now() {
        return new SchemaAt(schema.schema(), schema.rules);
    }

    /** From here on, anything may be in the database that is not in the schema. */
    public void doubtAll() {
        schema.doubtAll();
    }

    /** Whether there is what is asked for; empty where that is uncertain. */
    public Optional<Boolean> has(CatalogQuestion question) {
        return switch (question.kind()) {
            case TABLE -> hasTable(question.object());
            case COLUMN ->
                ofTable(
                        question,
                        table ->
                                named(table.columns().stream().map(Column::name).toList(), question));
            case INDEX -> hasIndex(question);
            case CONSTRAINT ->
                ofTable(
                        question,
                        table -> new TableParts(schema)
                                .maybeConstraint(table, question.object().name())
                                .isPresent());
        };
    }

    private Optional<Boolean> hasTable(QualifiedName name) {
        boolean there = schema.find(ObjectName.of(ObjectKind.TABLE, name)).isPresent();
        return schema.isCertain(ObjectKind.TABLE, name) ? Optional.of(there) : Optional.empty();
    }

    private interface Look {
        boolean has(Table table);
    }

    private Optional<Boolean> ofTable(CatalogQuestion question, Look look) {
        QualifiedName name = question.table() == null ? question.object() : question.table();
        if (!schema.isCertain(ObjectKind.TABLE, name)) {
            return Optional.empty();
        }
        return Optional.of(schema.find(ObjectKind.TABLE, name, Table.class)
                .filter(look::has)
                .isPresent());
    }

    private Optional<Boolean> hasIndex(CatalogQuestion question) {
        if (question.table() != null) {
            return ofTable(
                    question,
                    table -> named(table.indexes().stream().map(Index::name).toList(), question));
        }
        boolean there = schema.indexOwner(question.object()).isPresent();
        return there || schema.isCertain(ObjectKind.INDEX, question.object()) ? Optional.of(there) : Optional.empty();
    }

    private boolean named(List<String> names, CatalogQuestion question) {
        return names.stream()
                .anyMatch(name -> schema.rules.same(name, question.object().name()));
    }

    /** The values of an enum type, in their order; empty where the schema does not know of it. */
    public Optional<List<String>> enumValues(QualifiedName name) {
        return schema.find(ObjectKind.ENUM_TYPE, name, EnumType.class)
                .filter(type -> schema.isCertain(type.objectName()))
                .map(EnumType::values)
                .or(() -> new EnumFolding(schema).valuesOfColumns(name));
    }
}
