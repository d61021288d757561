package dev.retort.internal.ddl;

import java.util.Set;

/** What can be created, altered and dropped, and is not part of a schema. */
final class KindsLeftOut {

    private static final Set<String> WORDS = Set.of(
            "ACCESS",
            "CAST",
            "COLLATION",
            "CONVERSION",
            "DATABASE",
            "DEFAULT",
            "EVENT",
            "FOREIGN",
            "GROUP",
            "LANGUAGE",
            "LARGE",
            "OPERATOR",
            "PROCEDURAL",
            "PUBLICATION",
            "ROLE",
            "RULE",
            "SERVER",
            "STATISTICS",
            "SUBSCRIPTION",
            "SYSTEM",
            "TABLESPACE",
            "TEXT",
            "TRANSFORM",
            "TRUSTED",
            "USER");

    private KindsLeftOut() {}

    /** Whether one of them is next; goes past the rest of its statement. */
    static boolean skip(Cursor cursor) {
        boolean leftOut = cursor.isAny(WORDS);
        if (leftOut) {
            cursor.skipRest();
        }
        return leftOut;
    }
}
