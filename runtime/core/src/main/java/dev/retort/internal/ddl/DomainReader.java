package dev.retort.internal.ddl;

import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.DefaultValue;
import dev.retort.internal.schema.Domain;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Reads {@code CREATE DOMAIN}. */
final class DomainReader {

    private static final Comparator<Constraint.Check> BY_NAME =
            Comparator.comparing(check -> Objects.toString(check.name(), ""));

    private DomainReader() {}

    /** After CREATE DOMAIN. */
    static List<SqlEffect> create(Cursor cursor) {
        QualifiedName name = cursor.qualified();
        cursor.about(ObjectName.of(ObjectKind.DOMAIN, name));
        cursor.skip("AS");
        ColumnType type = ColumnDefinition.type(cursor);
        String collation = null;
        DefaultValue defaultValue = null;
        boolean nullable = true;
        List<Constraint.Check> checks = new ArrayList<>();
        while (!cursor.done()) {
            String constraint = cursor.skip("CONSTRAINT") ? cursor.name() : null;
            if (cursor.skip("COLLATE")) {
                collation = ColumnDefinition.collation(cursor);
            } else if (cursor.skip("DEFAULT")) {
                defaultValue = Literals.defaultOrNone(ColumnDefinition.defaultText(cursor));
            } else if (cursor.skip("NOT", "NULL")) {
                nullable = false;
            } else if (cursor.skip("CHECK")) {
                checks.add(ConstraintDefinition.check(cursor, constraint));
            } else {
                cursor.expect("NULL");
            }
        }
        checks.sort(BY_NAME);
        return List.of(new SqlEffect.Creates(new Domain(name, type, nullable, defaultValue, collation, checks)));
    }
}
