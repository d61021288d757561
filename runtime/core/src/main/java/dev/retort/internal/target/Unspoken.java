package dev.retort.internal.target;

import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.RowSecurity;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.schema.Table;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a model has no words for: it is as it is in the schema that the model is compared with, so that nobody is asked to
 * drop it.
 */
public final class Unspoken {

    /** Of what says everything, as databases and scripts do. */
    public static final Unspoken NOTHING = new Unspoken(Set.of());

    /** Of schema files. */
    public static final Unspoken OF_FILES = new Unspoken(
            Set.of(ObjectKind.COMPOSITE_TYPE, ObjectKind.DOMAIN, ObjectKind.VIRTUAL_TABLE, ObjectKind.POLICY));

    private final Set<ObjectKind> kinds;

    private Unspoken(Set<ObjectKind> kinds) {
        this.kinds = Set.copyOf(kinds);
    }

    /** Of a model that describes objects of these kinds alone, whatever else it may bring along. */
    public static Unspoken beside(Set<ObjectKind> spoken) {
        return new Unspoken(EnumSet.complementOf(EnumSet.copyOf(spoken)));
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
                .filter(object -> kinds.contains(object.objectName().kind()))
                .filter(object -> model.object(object.objectName()).isEmpty())
                .toList());
        List<Table> secured = model.tables()
                .flatMap(table -> other.table(table.name()).map(found -> secured(table, found)).stream())
                .toList();
        completed = completed.with(secured);
        for (Map.Entry<ObjectName, String> comment : other.comments().entrySet()) {
            completed = completed.withComment(comment.getKey(), comment.getValue());
        }
        return completed;
    }

    private static Table secured(Table table, Table other) {
        RowSecurity security = other.options().rowSecurity();
        return table.withOptions(table.options().withRowSecurity(security));
    }
}
