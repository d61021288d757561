package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.Catalog;
import dev.retort.internal.dialect.DroppedConstraint;
import dev.retort.internal.operation.BatchAlterTable;
import dev.retort.internal.operation.ConstraintKind;
import dev.retort.internal.operation.DropConstraint;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.script.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks up what the constraints are called that an operation drops. */
final class ConstraintLookup {

    private static final String QUERY = """
            SELECT c.conname AS name, a.attname AS column
            FROM pg_catalog.pg_constraint c
            LEFT JOIN LATERAL unnest(c.conkey) WITH ORDINALITY AS k(number, place) ON true
            LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.number
            WHERE c.conrelid = pg_catalog.to_regclass(CAST(? AS text)) AND c.contype = CAST(? AS "char")
            ORDER BY c.conname, k.place""";

    private final Catalog catalog;

    ConstraintLookup(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The operation, with the names that the constraints have here. */
    Operation settled(Operation operation) {
        if (operation instanceof BatchAlterTable batch && catalog.canLook()) {
            List<Operation> changes =
                    batch.changes().stream().map(this::settled).toList();
            return new BatchAlterTable(batch.table(), changes, batch.recreate());
        }
        return operation instanceof DropConstraint drop
                        && catalog.canLook()
                        && DroppedConstraint.mayHaveAnotherName(drop)
                ? DroppedConstraint.in(constraints(drop), drop, String::equals)
                : operation;
    }

    private Map<String, List<String>> constraints(DropConstraint operation) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        DroppedConstraint.kind(operation).ifPresent(kind -> {
            for (Row row : catalog.query(QUERY, Identifiers.quote(operation.table()), letter(kind))) {
                List<String> columns =
                        found.computeIfAbsent(String.valueOf(row.string("name")), name -> new ArrayList<>());
                String column = row.string("column");
                if (column != null) {
                    columns.add(column);
                }
            }
        });
        return found;
    }

    private static String letter(ConstraintKind kind) {
        return switch (kind) {
            case PRIMARY_KEY -> "p";
            case FOREIGN_KEY -> "f";
            case UNIQUE -> "u";
            case CHECK -> "c";
            case EXCLUDE -> "x";
        };
    }
}
