package dev.retort.internal.fold;

import dev.retort.internal.schema.CompositeType;
import dev.retort.internal.schema.Domain;
import dev.retort.internal.schema.EnumType;
import dev.retort.internal.schema.Extension;
import dev.retort.internal.schema.Namespace;
import dev.retort.internal.schema.Policy;
import dev.retort.internal.schema.Routine;
import dev.retort.internal.schema.SchemaObject;
import dev.retort.internal.schema.Sequence;
import dev.retort.internal.schema.Table;
import dev.retort.internal.schema.Trigger;
import dev.retort.internal.schema.View;
import dev.retort.internal.schema.VirtualTable;

/** An object as a statement creates it, under the name that a schema keeps it by. */
record HomeNames(WorkingSchema schema) implements SchemaObject.Visitor<SchemaObject> {

    @Override
    public SchemaObject namespace(Namespace namespace) {
        return namespace;
    }

    @Override
    public SchemaObject extension(Extension extension) {
        return extension;
    }

    @Override
    public SchemaObject enumType(EnumType type) {
        return new EnumType(schema.kept(type.name()), type.values());
    }

    @Override
    public SchemaObject compositeType(CompositeType type) {
        return new CompositeType(
                schema.kept(type.name()),
                type.attributes().stream()
                        .map(each -> new CompositeType.Attribute(
                                each.name(), schema.rules.kept(each.type()), each.collation()))
                        .toList());
    }

    @Override
    public SchemaObject domain(Domain domain) {
        return domain.named(schema.kept(domain.name()));
    }

    @Override
    public SchemaObject sequence(Sequence sequence) {
        return sequence.named(schema.kept(sequence.name()));
    }

    @Override
    public SchemaObject routine(Routine routine) {
        return routine.named(schema.kept(routine.signature().name()));
    }

    @Override
    public SchemaObject table(Table table) {
        return table.named(schema.kept(table.name()));
    }

    @Override
    public SchemaObject virtualTable(VirtualTable table) {
        return new VirtualTable(schema.kept(table.name()), table.module(), table.arguments());
    }

    @Override
    public SchemaObject view(View view) {
        return view.named(schema.kept(view.name()));
    }

    @Override
    public SchemaObject trigger(Trigger trigger) {
        return trigger.of(schema.kept(trigger.table()));
    }

    @Override
    public SchemaObject policy(Policy policy) {
        return policy.of(schema.kept(policy.table()));
    }
}
