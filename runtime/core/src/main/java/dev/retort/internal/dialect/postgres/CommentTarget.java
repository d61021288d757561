package dev.retort.internal.dialect.postgres;

import dev.retort.internal.schema.ObjectName;
import java.util.Objects;

/** What a comment is on, as SQL. */
final class CommentTarget {

    private CommentTarget() {}

    static String of(ObjectName object) {
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
            case CONSTRAINT -> "CONSTRAINT " + part(object) + " ON " + name;
            case TRIGGER -> "TRIGGER " + part(object) + " ON " + name;
            case POLICY -> "POLICY " + part(object) + " ON " + name;
        };
    }

    private static String part(ObjectName object) {
        return Identifiers.quote(Objects.requireNonNull(object.part()));
    }
}
