package dev.retort.internal.lint.rule;

import dev.retort.internal.operation.AddConstraint;
import dev.retort.internal.operation.ConstraintKind;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Index;
import java.util.List;

/** GivenNames for what an author gave none. */
final class GivenNames {

    private GivenNames() {}

    static String of(AddConstraint add) {
        String kind = switch (add.constraint().accept(ConstraintKind.OF)) {
            case PRIMARY_KEY -> "pk";
            case FOREIGN_KEY -> "fk";
            case UNIQUE -> "uq";
            case CHECK -> "ck";
            default -> "ex";
        };
        List<String> columns = add.constraint().accept(Constraint.COLUMNS);
        return kind + "_" + add.table().name() + (columns.isEmpty() ? "" : "_" + String.join("_", columns));
    }

    static List<String> columns(Index index) {
        return index.elements().stream()
                .filter(Index.Element.ColumnName.class::isInstance)
                .map(element -> ((Index.Element.ColumnName) element).name())
                .toList();
    }
}
