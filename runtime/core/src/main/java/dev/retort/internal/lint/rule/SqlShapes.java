package dev.retort.internal.lint.rule;

import dev.retort.internal.dialect.Cost;
import dev.retort.internal.dialect.SqlShape;
import dev.retort.internal.lint.LintedStatement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements that are known by their words. */
final class SqlShapes {

    private SqlShapes() {}

    /** Null where it is of another kind, or where nobody uses the tables that it names. */
    static @Nullable SqlShape of(LintedStatement statement, SqlShape.Kind kind) {
        return statement
                .shape()
                .filter(shape -> shape.kind() == kind)
                .filter(shape ->
                        shape.costs().isEmpty() || !inUse(statement, shape).isEmpty())
                .orElse(null);
    }

    static List<Cost> inUse(LintedStatement statement, SqlShape shape) {
        return shape.costs().stream()
                .filter(cost -> !statement.isFresh(cost.table()))
                .toList();
    }
}
