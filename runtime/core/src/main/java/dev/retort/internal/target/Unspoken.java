package dev.retort.internal.target;

import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.RowSecurity;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What schema files have no words for: it is as it is in the schema that theirs is compared with, so that nobody is asked
 * to drop it.
 */
public final class Unspoken {

    private static final Set<ObjectKind> KINDS =
            Set.of(ObjectKind.COMPOSITE_TYPE, ObjectKind.DOMAIN, ObjectKind.VIRTUAL_TABLE, ObjectKind.POLICY);

    private Unspoken() {}

    /** Whether there is no word for it at all; else there is one, but not for all that it has. */
    public static boolean isWhole(ObjectName name) {
        return KINDS.contains(name.kind());
    }

    /** The declared schema, with all that of the other one which it cannot say. */
    public static Schema completed(Schema declared, Schema other) {
        Schema completed = declared.with(other.objects().values().stream()
                .filter(object -> KINDS.contains(object.objectName().kind()))
                .toList());
        List<Table> secured = declared.tables()
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
