package dev.retort.internal.schema;

/**
 * An object of a {@link Schema} that has a name of its own. Columns, constraints and indexes are parts of their table or
 * view.
 */
public sealed interface SchemaObject
        permits CompositeType,
                Domain,
                EnumType,
                Extension,
                Namespace,
                Policy,
                Routine,
                Sequence,
                Table,
                Trigger,
                View,
                VirtualTable {

    ObjectName objectName();

    <R> R accept(Visitor<R> visitor);

    /** One method a kind; the compiler finds the forgotten one. */
    interface Visitor<R> {
        R namespace(Namespace namespace);

        R extension(Extension extension);

        R enumType(EnumType type);

        R compositeType(CompositeType type);

        R domain(Domain domain);

        R sequence(Sequence sequence);

        R routine(Routine routine);

        R table(Table table);

        R virtualTable(VirtualTable table);

        R view(View view);

        R trigger(Trigger trigger);

        R policy(Policy policy);
    }
}
