package dev.retort.internal.dialect.postgres;

import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.Schema;
import java.util.Objects;

/** What a comment is on, as SQL. */
final class CommentTarget {

    private CommentTarget() {}

    /** @param schema in which the object is: a constraint may be of a table or of a domain */
    static String of(ObjectName object, Schema schema) {
        String name = Identifiers.quote(object.name());
        return switch (object.kind()) {
            case SCHEMA -> "SCHEMA " + name;
            case EXTENSION -> "EXTENSION " + name;
            case ENUM_TYPE, COMPOSITE_TYPE -> "TYPE " + name;
            case DOMAIN -> "DOMAIN " + name;
            case SEQUENCE -> "SEQUENCE " + name;
            case ROUTINE -> "ROUTINE " + name + "(" + Objects.requireNonNullElse(object.part(), "") + ")";
            case TABLE, VIRTUAL_TABLE -> "TABLE " + name;
            case VIEW -> "VIEW " + name;
            case INDEX -> "INDEX " + name;
            case COLUMN -> "COLUMN " + name + "." + part(object);
            case CONSTRAINT ->
                "CONSTRAINT " + part(object) + (isOfDomain(object, schema) ? " ON DOMAIN " : " ON ") + name;
            case TRIGGER -> "TRIGGER " + part(object) + " ON " + name;
            case POLICY -> "POLICY " + part(object) + " ON " + name;
        };
    }

    private static boolean isOfDomain(ObjectName constraint, Schema schema) {
        return schema.object(ObjectName.of(ObjectKind.DOMAIN, constraint.name()))
                .isPresent();
    }

    private static String part(ObjectName object) {
        return Identifiers.quote(Objects.requireNonNull(object.part()));
    }
}
