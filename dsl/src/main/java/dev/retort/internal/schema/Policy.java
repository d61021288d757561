package dev.retort.internal.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule of row security.
 *
 * @param permissive it lets rows through together with others of its kind; otherwise all of its kind must
 * @param command {@code ALL}, {@code SELECT}, {@code INSERT}, {@code UPDATE} or {@code DELETE}
 * @param roles sorted; {@code public} means all
 * @param using SQL: which rows are seen; null means none was given
 * @param check SQL: which rows may be written; null means that {@code using} decides
 */
public record Policy(
        String name,
        QualifiedName table,
        boolean permissive,
        String command,
        List<String> roles,
        @Nullable String using,
        @Nullable String check)
        implements SchemaObject {
    public Policy {
        roles = List.copyOf(roles);
    }

    public Policy of(QualifiedName newTable) {
        return new Policy(name, newTable, permissive, command, roles, using, check);
    }

    public Policy named(String newName) {
        return new Policy(newName, table, permissive, command, roles, using, check);
    }

    @Override
    public ObjectName objectName() {
        return new ObjectName(ObjectKind.POLICY, table, name);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.policy(this);
    }
}
