package dev.retort.internal.ddl;

import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/** How statements name an object that exists: the word of its kind, and the name itself. */
enum ObjectReference {
    TABLE("TABLE", ObjectKind.TABLE),
    FOREIGN_TABLE("FOREIGN TABLE", ObjectKind.TABLE),
    VIEW("VIEW", ObjectKind.VIEW),
    MATERIALIZED_VIEW("MATERIALIZED VIEW", ObjectKind.VIEW),
    INDEX("INDEX", ObjectKind.INDEX),
    SEQUENCE("SEQUENCE", ObjectKind.SEQUENCE),
    TYPE("TYPE", ObjectKind.ENUM_TYPE, ObjectKind.COMPOSITE_TYPE, ObjectKind.DOMAIN),
    DOMAIN("DOMAIN", ObjectKind.DOMAIN),
    SCHEMA("SCHEMA", ObjectKind.SCHEMA),
    EXTENSION("EXTENSION", ObjectKind.EXTENSION),
    FUNCTION("FUNCTION", ObjectKind.ROUTINE),
    PROCEDURE("PROCEDURE", ObjectKind.ROUTINE),
    ROUTINE("ROUTINE", ObjectKind.ROUTINE),
    AGGREGATE("AGGREGATE", ObjectKind.ROUTINE),
    TRIGGER("TRIGGER", ObjectKind.TRIGGER),
    POLICY("POLICY", ObjectKind.POLICY),
    CONSTRAINT("CONSTRAINT", ObjectKind.CONSTRAINT);

    private final String[] words;
    private final List<ObjectKind> kinds;

    ObjectReference(String words, ObjectKind... kinds) {
        this.words = words.split(" ");
        this.kinds = List.of(kinds);
    }

    /** The one whose words are next; goes past them. */
    static Optional<ObjectReference> next(Cursor cursor) {
        for (ObjectReference each : values()) {
            if (cursor.skip(each.words)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** The name that is next, once for each kind that it may be of. */
    List<ObjectName> name(Cursor cursor) {
        List<ObjectName> names = switch (this) {
            case SCHEMA, EXTENSION -> of(QualifiedName.of(cursor.name()));
            case FUNCTION, PROCEDURE, ROUTINE, AGGREGATE -> List.of(routine(cursor));
            case TRIGGER, POLICY, CONSTRAINT -> List.of(part(cursor));
            default -> of(cursor.qualified());
        };
        cursor.about(names);
        return names;
    }

    private List<ObjectName> of(QualifiedName name) {
        return kinds.stream().map(kind -> ObjectName.of(kind, name)).toList();
    }

    private ObjectName routine(Cursor cursor) {
        QualifiedName name = cursor.qualified();
        return new ObjectName(
                ObjectKind.ROUTINE,
                name,
                cursor.isSymbol("(") ? cursor.brackets().rest() : null);
    }

    private ObjectName part(Cursor cursor) {
        QualifiedName name = cursor.unresolved();
        if (this == TRIGGER && !cursor.is("ON")) {
            return ObjectName.of(ObjectKind.TRIGGER, name);
        }
        Cursor.check(name.schema() == null);
        cursor.expect("ON");
        if (this == CONSTRAINT) {
            cursor.skip("DOMAIN");
        }
        return new ObjectName(kinds.get(0), cursor.qualified(), name.name());
    }
}
