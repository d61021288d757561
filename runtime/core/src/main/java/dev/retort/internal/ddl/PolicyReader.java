package dev.retort.internal.ddl;

import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.Policy;
import dev.retort.internal.schema.QualifiedName;
import java.util.List;
import java.util.Set;

/** Reads {@code CREATE POLICY}. */
final class PolicyReader {

    private static final Set<String> COMMANDS = Set.of("ALL", "SELECT", "INSERT", "UPDATE", "DELETE");

    private PolicyReader() {}

    /** After CREATE POLICY. */
    static List<SqlEffect> create(Cursor cursor) {
        String name = cursor.name();
        cursor.expect("ON");
        QualifiedName table = cursor.qualified();
        cursor.about(new ObjectName(ObjectKind.POLICY, table, name));
        boolean restrictive = cursor.skip("AS", "RESTRICTIVE");
        if (!restrictive) {
            cursor.skip("AS", "PERMISSIVE");
        }
        String command = cursor.skip("FOR") ? cursor.word() : "ALL";
        Cursor.check(COMMANDS.contains(command));
        List<String> roles = cursor.skip("TO") ? roles(cursor) : List.of("public");
        String using = cursor.skip("USING") ? ConstraintDefinition.condition(cursor) : null;
        String check = cursor.skip("WITH", "CHECK") ? ConstraintDefinition.condition(cursor) : null;
        cursor.end();
        return List.of(new SqlEffect.Creates(new Policy(name, table, !restrictive, command, roles, using, check)));
    }

    private static List<String> roles(Cursor cursor) {
        return cursor.until(each -> each.is("USING") || each.is("WITH")).parts().stream()
                .map(PolicyReader::role)
                .sorted()
                .toList();
    }

    /** Not one of those that are whoever runs the statement. */
    private static String role(Cursor cursor) {
        Cursor.check(!cursor.is("CURRENT_USER") && !cursor.is("SESSION_USER") && !cursor.is("CURRENT_ROLE"));
        return cursor.onlyName();
    }
}
