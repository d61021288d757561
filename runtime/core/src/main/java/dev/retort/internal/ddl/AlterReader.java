package dev.retort.internal.ddl;

import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.RenameIndex;
import dev.retort.internal.operation.RenameSequence;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads statements that begin with ALTER. */
final class AlterReader {

    private AlterReader() {}

    static List<SqlEffect> read(Cursor cursor) {
        Optional<ObjectReference> kind = ObjectReference.next(cursor);
        if (kind.isEmpty()) {
            Cursor.check(KindsLeftOut.skip(cursor));
            return List.of();
        } else if (kind.get() == ObjectReference.TABLE) {
            return AlterTableReader.read(cursor);
        }
        boolean ifExists = cursor.skip("IF", "EXISTS");
        return alter(cursor, kind.get(), ifExists);
    }

    private static List<SqlEffect> alter(Cursor cursor, ObjectReference kind, boolean ifExists) {
        List<ObjectName> names = kind.name(cursor);
        Cursor.check(kind != ObjectReference.FOREIGN_TABLE && kind != ObjectReference.AGGREGATE);
        if (cursor.skip("RENAME", "TO")) {
            String newName = cursor.name();
            cursor.end();
            return List.of(renamed(kind, names, newName, ifExists));
        } else if (cursor.skip("SET", "SCHEMA")) {
            String schema = cursor.name();
            return Stream.concat(names.stream(), names.stream().map(name -> moved(name, schema)))
                    .<SqlEffect>map(SqlEffect.Uncertain::new)
                    .toList();
        } else if (changesNothing(cursor, kind)) {
            return List.of();
        }
        return switch (kind) {
            case SEQUENCE -> SequenceDefinition.alter(cursor, names.get(0).name(), ifExists);
            case TYPE -> type(cursor, names.get(0).name());
            default -> throw new NotUnderstood();
        };
    }

    private static ObjectName moved(ObjectName name, String schema) {
        return new ObjectName(name.kind(), new QualifiedName(schema, name.name().name()), name.part());
    }

    /** Whether a schema does not hold what is altered. */
    private static boolean changesNothing(Cursor cursor, ObjectReference kind) {
        boolean any = cursor.is("OWNER", "TO") || cursor.is("DEPENDS") || cursor.is("NO", "DEPENDS");
        boolean index = kind == ObjectReference.INDEX && (cursor.is("ALTER") || cursor.is("ATTACH", "PARTITION"));
        boolean view = kind == ObjectReference.MATERIALIZED_VIEW
                && (cursor.is("CLUSTER") || cursor.is("SET", "WITHOUT", "CLUSTER"));
        boolean type = kind == ObjectReference.TYPE && cursor.is("SET");
        return any || index || view || type;
    }

    private static SqlEffect renamed(ObjectReference kind, List<ObjectName> names, String newName, boolean ifExists) {
        QualifiedName name = names.get(0).name();
        return switch (kind) {
            case INDEX -> changes(new RenameIndex(name, newName), ifExists);
            case SEQUENCE -> changes(new RenameSequence(name, newName), ifExists);
            default -> new SqlEffect.Renames(names, newName, ifExists);
        };
    }

    private static SqlEffect changes(Operation operation, boolean ifExists) {
        return new SqlEffect.Changes(operation, ifExists);
    }

    private static List<SqlEffect> type(Cursor cursor, QualifiedName name) {
        return cursor.is("ADD", "VALUE") || cursor.is("RENAME", "VALUE")
                ? TypeReader.alterValue(cursor, name)
                : List.of(new SqlEffect.Uncertain(ObjectName.of(ObjectKind.COMPOSITE_TYPE, name)));
    }
}
