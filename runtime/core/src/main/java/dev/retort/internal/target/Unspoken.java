package dev.retort.internal.target;

import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.RowSecurity;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.schema.SchemaObject;
import dev.retort.internal.schema.Table;
import dev.retort.internal.schema.Trigger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a model has no words for: it is as it is in the schema that the model is compared with, so that nobody is asked to
 * drop it.
 */
public final class Unspoken {

    /** Of what says everything, as databases and scripts do. */
    public static final Unspoken NOTHING = new Unspoken(Set.of(), true);

    /** Of schema files. */
    public static final Unspoken OF_FILES = new Unspoken(
            Set.of(ObjectKind.COMPOSITE_TYPE, ObjectKind.DOMAIN, ObjectKind.VIRTUAL_TABLE, ObjectKind.POLICY), true);

    private final Set<ObjectKind> kinds;
    /** Whether there are words for how the values of a column are kept. */
    private final boolean storage;

    private Unspoken(Set<ObjectKind> kinds, boolean storage) {
        this.kinds = Set.copyOf(kinds);
        this.storage = storage;
    }

    /** Of a model that describes objects of these kinds alone, whatever else it may bring along. */
    public static Unspoken beside(Set<ObjectKind> spoken) {
        return new Unspoken(EnumSet.complementOf(EnumSet.copyOf(spoken)), false);
    }

    /** Whether there is no word for it at all; else there is one, but not for all that it has. */
    public boolean isWhole(ObjectName name) {
        return kinds.contains(name.kind());
    }

    /** The schema of the model, with all that of the other one which it cannot say. */
    public Schema completed(Schema model, Schema other) {
        if (kinds.isEmpty()) {
            return model;
        }
        Schema completed = model.with(other.objects().values().stream()
                .filter(object -> kinds.contains(object.objectName().kind()) || isEmpty(object))
                .filter(object -> model.object(object.objectName()).isEmpty())
                .toList());
        List<SchemaObject> parts = new ArrayList<>();
        model.tables().forEach(table -> other.table(table.name()).ifPresent(found -> parts.add(with(table, found))));
        model.all(Trigger.class)
                .forEach(trigger -> other.object(trigger.objectName())
                        .map(found -> trigger.firing(((Trigger) found).options().firing()))
                        .ifPresent(parts::add));
        completed = completed.with(parts);
        for (Map.Entry<ObjectName, String> comment : other.comments().entrySet()) {
            completed = completed.withComment(comment.getKey(), comment.getValue());
        }
        return completed;
    }

    /** A table without a column is a mistake where somebody writes it. */
    private static boolean isEmpty(SchemaObject object) {
        return object instanceof Table table
                && table.columns().isEmpty()
                && table.options().partitionOf() == null
                && table.options().inherits().isEmpty();
    }

    /** Row security, how values are kept, and what a partition has otherwise than its table. */
    private Table with(Table table, Table other) {
        RowSecurity security = other.options().rowSecurity();
        boolean partition =
                table.options().partitionOf() != null && other.options().partitionOf() != null;
        List<Column> columns = table.columns().stream()
                .map(column -> partition ? there(column, other) : with(column, other))
                .collect(Collectors.toCollection(ArrayList::new));
        if (partition) {
            other.columns().stream()
                    .filter(column ->
                            columns.stream().noneMatch(each -> each.name().equals(column.name())))
                    .forEach(columns::add);
        }
        return table.withOptions(table.options().withRowSecurity(security)).withColumns(columns);
    }

    private static Column there(Column column, Table other) {
        return other.columns().stream()
                .filter(each -> each.name().equals(column.name()))
                .findFirst()
                .orElse(column);
    }

    private Column with(Column column, Table other) {
        return other.columns().stream()
                .filter(each -> !storage
                        && each.name().equals(column.name())
                        && each.type().equals(column.type()))
                .findFirst()
                .map(each -> column.withToast(each.storage(), each.compression()))
                .orElse(column);
    }
}
