package dev.retort.internal.sandbox;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.NamedArgumentListExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.jspecify.annotations.Nullable;

/** Takes the arguments of a call apart. */
final class Arguments {

    private Arguments() {}

    static List<Expression> of(MethodCallExpression call) {
        return call.getArguments() instanceof TupleExpression tuple
                ? tuple.getExpressions()
                : List.of(call.getArguments());
    }

    /** The named arguments, of which the parser makes one map, or a map that is written in their place. */
    static @Nullable MapExpression named(MethodCallExpression call) {
        List<Expression> all = of(call);
        for (Expression argument : all) {
            if (argument instanceof NamedArgumentListExpression named) {
                return named;
            }
        }
        return !all.isEmpty()
                        && all.get(0) instanceof MapExpression map
                        && !map.getMapEntryExpressions().isEmpty()
                ? map
                : null;
    }

    /** The names of the named arguments that are written out. */
    static Set<String> names(MethodCallExpression call) {
        MapExpression named = named(call);
        return named == null
                ? Set.of()
                : named.getMapEntryExpressions().stream()
                        .map(entry -> entry.getKeyExpression().getText())
                        .collect(Collectors.toSet());
    }
}
