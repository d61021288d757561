package dev.retort.internal.ddl;

import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.UnderlyingIndex;
import org.jspecify.annotations.Nullable;

/** Reads what follows EXCLUDE. */
final class ExclusionReader {

    private ExclusionReader() {}

    static Constraint.Exclude read(Cursor cursor, @Nullable String name) {
        String method = cursor.skip("USING") ? cursor.name() : "btree";
        var elements =
                cursor.brackets().parts().stream().map(ExclusionReader::element).toList();
        UnderlyingIndex index = ConstraintDefinition.index(cursor);
        String where = cursor.skip("WHERE") ? ConstraintDefinition.condition(cursor) : null;
        ConstraintTail tail = ConstraintTail.read(cursor);
        Cursor.check(!tail.notValid() && !tail.noInherit() && !tail.notEnforced());
        return new Constraint.Exclude(
                name, elements, method.equals("gist") ? null : method, where, tail.deferral(), index);
    }

    /** A column, a call or SQL in brackets, perhaps with an operator class. */
    private static Constraint.Exclude.Element element(Cursor cursor) {
        Cursor what = cursor.until(each -> each.is("WITH"));
        cursor.expect("WITH");
        String expression = expression(what);
        String operatorClass = what.done() ? null : what.rest();
        String operator = cursor.rest();
        Cursor.check(!operator.isEmpty());
        return new Constraint.Exclude.Element(expression, operator, operatorClass);
    }

    private static String expression(Cursor what) {
        if (what.isSymbol("(") || what.peek(1).isSymbol("(")) {
            return what.until(each -> !each.isSymbol("(")).rest();
        }
        return what.name();
    }
}
