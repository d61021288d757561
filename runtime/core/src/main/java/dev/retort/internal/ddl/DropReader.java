package dev.retort.internal.ddl;

import dev.retort.internal.operation.DropExtension;
import dev.retort.internal.operation.DropIndex;
import dev.retort.internal.operation.DropRoutine;
import dev.retort.internal.operation.DropSchema;
import dev.retort.internal.operation.DropSequence;
import dev.retort.internal.operation.DropTable;
import dev.retort.internal.operation.DropTrigger;
import dev.retort.internal.operation.DropView;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Routine;
import java.util.List;
import java.util.Optional;

/** Reads statements that begin with DROP. */
final class DropReader {

    private final ObjectReference kind;
    private final boolean concurrently;
    private final boolean ifExists;
    private final boolean cascade;

    private DropReader(ObjectReference kind, boolean concurrently, boolean ifExists, boolean cascade) {
        this.kind = kind;
        this.concurrently = concurrently;
        this.ifExists = ifExists;
        this.cascade = cascade;
    }

    static List<SqlEffect> read(Cursor cursor) {
        Optional<ObjectReference> kind = ObjectReference.next(cursor);
        if (kind.isEmpty()) {
            Cursor.check(KindsLeftOut.skip(cursor));
            return List.of();
        }
        boolean concurrently = cursor.skip("CONCURRENTLY");
        boolean ifExists = cursor.skip("IF", "EXISTS");
        boolean cascade = cursor.left() > 1 && cursor.endsWith("CASCADE");
        boolean said = cascade || (cursor.left() > 1 && cursor.endsWith("RESTRICT"));
        DropReader reader = new DropReader(kind.get(), concurrently, ifExists, cascade);
        List<Cursor> named = cursor.withoutLast(said ? 1 : 0).parts();
        Cursor.check(!named.isEmpty());
        return named.stream().map(reader::drop).toList();
    }

    private SqlEffect drop(Cursor cursor) {
        List<ObjectName> names = kind.name(cursor);
        cursor.end();
        ObjectName first = names.get(0);
        QualifiedName name = first.name();
        return switch (kind) {
            case TABLE -> changes(new DropTable(name, ifExists, cascade, null));
            case VIEW -> changes(new DropView(name, false, ifExists, cascade, null));
            case MATERIALIZED_VIEW -> changes(new DropView(name, true, ifExists, cascade, null));
            case INDEX -> changes(new DropIndex(name, null, concurrently, ifExists, cascade, null));
            case SEQUENCE -> changes(new DropSequence(name, ifExists, cascade, null));
            case SCHEMA -> changes(new DropSchema(name.name(), null, ifExists, cascade));
            case EXTENSION -> changes(new DropExtension(name.name(), ifExists, cascade, null));
            case FUNCTION -> changes(routine(first, false));
            case PROCEDURE -> changes(routine(first, true));
            case TRIGGER ->
                first.part() == null
                        ? new SqlEffect.Drops(names, ifExists, cascade)
                        : changes(new DropTrigger(first.part(), name, ifExists, cascade, null));
            case TYPE, DOMAIN, ROUTINE, POLICY -> new SqlEffect.Drops(names, ifExists, cascade);
            case FOREIGN_TABLE, AGGREGATE -> new SqlEffect.Uncertain(first);
            case CONSTRAINT -> throw new NotUnderstood();
        };
    }

    private DropRoutine routine(ObjectName name, boolean procedure) {
        return new DropRoutine(new Routine.Signature(name.name(), name.part(), procedure), ifExists, cascade, null);
    }

    private static SqlEffect changes(Operation operation) {
        return new SqlEffect.Changes(operation);
    }
}
