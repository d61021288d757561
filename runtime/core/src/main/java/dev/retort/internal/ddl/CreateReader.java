package dev.retort.internal.ddl;

import dev.retort.internal.operation.CreateExtension;
import dev.retort.internal.operation.CreateSchema;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.VirtualTable;
import java.util.List;

/** Reads statements that begin with CREATE. */
final class CreateReader {

    private CreateReader() {}

    static List<SqlEffect> read(Cursor cursor) {
        boolean replace = cursor.skip("OR", "REPLACE");
        boolean local = cursor.skip("GLOBAL") || cursor.skip("LOCAL");
        boolean temporary = cursor.skip("TEMP") || cursor.skip("TEMPORARY");
        Cursor.check(temporary || !local);
        boolean unlogged = !temporary && cursor.skip("UNLOGGED");
        if (temporary || unlogged) {
            return kept(cursor, replace, temporary, unlogged);
        } else if (replace) {
            return replaced(cursor);
        }
        return plain(cursor);
    }

    /** What may be temporary or unlogged. */
    private static List<SqlEffect> kept(Cursor cursor, boolean replace, boolean temporary, boolean unlogged) {
        if (cursor.skip("TABLE")) {
            return TableReader.create(cursor, temporary, unlogged);
        } else if (cursor.skip("SEQUENCE")) {
            return SequenceDefinition.create(cursor, temporary, unlogged);
        } else if (cursor.skip("TRIGGER")) {
            // It is gone with the session, and is found under the name of a table that stays.
            throw new NotUnderstood();
        }
        cursor.expect("VIEW");
        Cursor.check(temporary);
        return ViewDefinition.create(cursor, replace, true, false);
    }

    private static List<SqlEffect> replaced(Cursor cursor) {
        if (cursor.skip("VIEW")) {
            return ViewDefinition.create(cursor, true, false, false);
        } else if (cursor.skip("FUNCTION")) {
            return RoutineDefinition.create(cursor, true, false);
        } else if (cursor.skip("PROCEDURE")) {
            return RoutineDefinition.create(cursor, true, true);
        } else if (cursor.skip("TRIGGER")) {
            return TriggerDefinition.create(cursor, true, false);
        } else if (cursor.skip("CONSTRAINT", "TRIGGER")) {
            return TriggerDefinition.create(cursor, true, true);
        }
        return others(cursor);
    }

    private static List<SqlEffect> plain(Cursor cursor) {
        if (cursor.skip("TABLE")) {
            return TableReader.create(cursor, false, false);
        } else if (cursor.skip("INDEX")) {
            return IndexReader.create(cursor, false);
        } else if (cursor.skip("UNIQUE", "INDEX")) {
            return IndexReader.create(cursor, true);
        } else if (cursor.skip("VIEW")) {
            return ViewDefinition.create(cursor, false, false, false);
        } else if (cursor.skip("MATERIALIZED", "VIEW")) {
            return ViewDefinition.create(cursor, false, false, true);
        } else if (cursor.skip("SEQUENCE")) {
            return SequenceDefinition.create(cursor, false, false);
        } else if (cursor.skip("TYPE")) {
            return TypeReader.create(cursor);
        } else if (cursor.skip("DOMAIN")) {
            return DomainReader.create(cursor);
        } else if (cursor.skip("FUNCTION")) {
            return RoutineDefinition.create(cursor, false, false);
        } else if (cursor.skip("PROCEDURE")) {
            return RoutineDefinition.create(cursor, false, true);
        } else if (cursor.skip("TRIGGER")) {
            return TriggerDefinition.create(cursor, false, false);
        } else if (cursor.skip("CONSTRAINT", "TRIGGER")) {
            return TriggerDefinition.create(cursor, false, true);
        } else if (cursor.skip("POLICY")) {
            return PolicyReader.create(cursor);
        } else if (cursor.skip("SCHEMA")) {
            return schema(cursor);
        } else if (cursor.skip("EXTENSION")) {
            return extension(cursor);
        } else if (cursor.skip("VIRTUAL", "TABLE")) {
            return virtualTable(cursor);
        }
        return others(cursor);
    }

    private static List<SqlEffect> others(Cursor cursor) {
        if (cursor.skip("FOREIGN", "TABLE")) {
            cursor.skip("IF", "NOT", "EXISTS");
            return List.of(new SqlEffect.Uncertain(ObjectName.of(ObjectKind.TABLE, cursor.qualified())));
        } else if (cursor.skip("RECURSIVE", "VIEW")) {
            return List.of(new SqlEffect.Uncertain(ObjectName.of(ObjectKind.VIEW, cursor.qualified())));
        } else if (cursor.skip("AGGREGATE")) {
            return List.of(new SqlEffect.Uncertain(ObjectName.of(ObjectKind.ROUTINE, cursor.qualified())));
        }
        Cursor.check(KindsLeftOut.skip(cursor));
        return List.of();
    }

    private static List<SqlEffect> schema(Cursor cursor) {
        boolean ifNotExists = cursor.skip("IF", "NOT", "EXISTS");
        String name = cursor.is("AUTHORIZATION") ? null : cursor.name();
        String owner = cursor.skip("AUTHORIZATION") ? cursor.name() : null;
        String named = name == null ? owner : name;
        if (named == null) {
            throw new NotUnderstood();
        }
        SqlEffect created = new SqlEffect.Changes(new CreateSchema(named, owner, ifNotExists));
        // Statements that create objects in it may follow.
        return cursor.done() ? List.of(created) : List.of(created, new SqlEffect.Unknown());
    }

    private static List<SqlEffect> extension(Cursor cursor) {
        boolean ifNotExists = cursor.skip("IF", "NOT", "EXISTS");
        String name = cursor.name();
        cursor.about(ObjectName.of(ObjectKind.EXTENSION, QualifiedName.of(name)));
        cursor.skip("WITH");
        String schema = null;
        String version = null;
        boolean cascade = false;
        while (!cursor.done()) {
            if (cursor.skip("SCHEMA")) {
                schema = cursor.name();
            } else if (cursor.skip("VERSION")) {
                version = cursor.peek(0).text().startsWith("'") ? cursor.string() : cursor.name();
            } else {
                cursor.expect("CASCADE");
                cascade = true;
            }
        }
        return List.of(new SqlEffect.Changes(
                new CreateExtension(name, new CreateExtension.Options(schema, version), cascade, ifNotExists)));
    }

    private static List<SqlEffect> virtualTable(Cursor cursor) {
        boolean ifNotExists = cursor.skip("IF", "NOT", "EXISTS");
        QualifiedName name = cursor.qualified();
        cursor.about(ObjectName.of(ObjectKind.VIRTUAL_TABLE, name));
        cursor.expect("USING");
        String module = cursor.name();
        String arguments = cursor.done() ? "" : cursor.brackets().rest();
        cursor.end();
        return List.of(new SqlEffect.Creates(new VirtualTable(name, module, arguments), false, ifNotExists));
    }
}
