package dev.retort.internal.ddl;

import dev.retort.internal.operation.AddEnumValue;
import dev.retort.internal.operation.CreateEnum;
import dev.retort.internal.operation.RenameEnumValue;
import dev.retort.internal.schema.CompositeType;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import java.util.List;

/** Reads {@code CREATE TYPE}, and what ALTER does to the values of an enum type. */
final class TypeReader {

    private TypeReader() {}

    /** After CREATE TYPE. */
    static List<SqlEffect> create(Cursor cursor) {
        QualifiedName name = cursor.qualified();
        if (cursor.skip("AS", "ENUM")) {
            cursor.about(ObjectName.of(ObjectKind.ENUM_TYPE, name));
            List<String> values =
                    cursor.brackets().parts().stream().map(Cursor::onlyString).toList();
            cursor.end();
            return List.of(new SqlEffect.Changes(new CreateEnum(name, values, false)));
        } else if (cursor.is("AS") && cursor.peek(1).isSymbol("(")) {
            cursor.about(ObjectName.of(ObjectKind.COMPOSITE_TYPE, name));
            cursor.expect("AS");
            List<CompositeType.Attribute> attributes = cursor.brackets().parts().stream()
                    .map(TypeReader::attribute)
                    .toList();
            cursor.end();
            return List.of(new SqlEffect.Creates(new CompositeType(name, attributes)));
        }
        // Ranges and types of a library are not part of a schema.
        return List.of();
    }

    private static CompositeType.Attribute attribute(Cursor cursor) {
        String name = cursor.name();
        var type = ColumnDefinition.type(cursor);
        String collation = cursor.skip("COLLATE") ? ColumnDefinition.collation(cursor) : null;
        cursor.end();
        return new CompositeType.Attribute(name, type, collation);
    }

    /** After ALTER TYPE and its name, where a value is meant. */
    static List<SqlEffect> alterValue(Cursor cursor, QualifiedName name) {
        cursor.about(ObjectName.of(ObjectKind.ENUM_TYPE, name));
        if (cursor.skip("RENAME", "VALUE")) {
            String value = cursor.string();
            cursor.expect("TO");
            String newValue = cursor.string();
            cursor.end();
            return List.of(new SqlEffect.Changes(new RenameEnumValue(name, value, newValue)));
        }
        cursor.expect("ADD", "VALUE");
        boolean ifNotExists = cursor.skip("IF", "NOT", "EXISTS");
        String value = cursor.string();
        String before = cursor.skip("BEFORE") ? cursor.string() : null;
        String after = cursor.skip("AFTER") ? cursor.string() : null;
        cursor.end();
        return List.of(new SqlEffect.Changes(new AddEnumValue(name, value, before, after, ifNotExists)));
    }
}
