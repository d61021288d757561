package dev.retort.internal.fold;

import dev.retort.internal.schema.CompositeType;
import dev.retort.internal.schema.Domain;
import dev.retort.internal.schema.EnumType;
import dev.retort.internal.schema.Extension;
import dev.retort.internal.schema.Namespace;
import dev.retort.internal.schema.Policy;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Routine;
import dev.retort.internal.schema.SchemaObject;
import dev.retort.internal.schema.Sequence;
import dev.retort.internal.schema.Table;
import dev.retort.internal.schema.Trigger;
import dev.retort.internal.schema.View;
import dev.retort.internal.schema.VirtualTable;

/** An object under another name in the same schema, or of the same table. */
record Renamed(String newName) implements SchemaObject.Visitor<SchemaObject> {

    private QualifiedName beside(QualifiedName name) {
        return new QualifiedName(name.schema(), newName);
    }

    @Override
    public SchemaObject namespace(Namespace namespace) {
        return new Namespace(newName);
    }

    @Override
    public SchemaObject extension(Extension extension) {
        return new Extension(newName, extension.schema(), extension.version());
    }

    @Override
    public SchemaObject enumType(EnumType type) {
        return new EnumType(beside(type.name()), type.values());
    }

    @Override
    public SchemaObject compositeType(CompositeType type) {
        return new CompositeType(beside(type.name()), type.attributes());
    }

    @Override
    public SchemaObject domain(Domain domain) {
        return domain.named(beside(domain.name()));
    }

    @Override
    public SchemaObject sequence(Sequence sequence) {
        return sequence.named(beside(sequence.name()));
    }

    @Override
    public SchemaObject routine(Routine routine) {
        return routine.named(beside(routine.signature().name()));
    }

    @Override
    public SchemaObject table(Table table) {
        return table.named(beside(table.name()));
    }

    @Override
    public SchemaObject virtualTable(VirtualTable table) {
        return new VirtualTable(beside(table.name()), table.module(), table.arguments());
    }

    @Override
    public SchemaObject view(View view) {
        return view.named(beside(view.name()));
    }

    @Override
    public SchemaObject trigger(Trigger trigger) {
        return trigger.named(newName);
    }

    @Override
    public SchemaObject policy(Policy policy) {
        return policy.named(newName);
    }
}
