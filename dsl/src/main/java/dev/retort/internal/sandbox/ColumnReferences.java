package dev.retort.internal.sandbox;

import dev.retort.internal.error.Suggestion;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;

/**
 * Holds the keys and indexes of a new table against its columns, where all of them are written out; a table that is
 * put together by code is looked at when the code has run.
 */
final class ColumnReferences {

    private static final Set<String> REFERRING = Set.of("primaryKey", "unique", "foreignKey", "index");
    private static final Set<String> OTHERS = Set.of("check", "exclude", "comment");

    private ColumnReferences() {}

    /** @param options a table that takes columns over from others is looked at by the database */
    static void check(Set<String> options, ClosureExpression body, BiConsumer<ASTNode, Sentence> refuse) {
        if (options.contains("partitionOf") || options.contains("inherits")) {
            return;
        }
        if (!(body.getCode() instanceof BlockStatement block)) {
            return;
        }
        Set<String> columns = new LinkedHashSet<>();
        for (Statement statement : block.getStatements()) {
            MethodCallExpression call = call(statement);
            String word = call == null ? null : call.getMethodAsString();
            if (call == null || word == null || !isKnown(word)) {
                return;
            } else if (word.equals("column")) {
                String name = texts(call).stream()
                        .findFirst()
                        .map(text -> (String) text.getValue())
                        .orElse(null);
                if (name == null) {
                    return;
                }
                columns.add(name);
            }
        }
        for (Statement statement : block.getStatements()) {
            MethodCallExpression call = call(statement);
            if (call != null && REFERRING.contains(String.valueOf(call.getMethodAsString()))) {
                refer(call, columns, refuse);
            }
        }
    }

    private static boolean isKnown(String word) {
        return word.equals("column") || REFERRING.contains(word) || OTHERS.contains(word);
    }

    private static void refer(MethodCallExpression call, Set<String> columns, BiConsumer<ASTNode, Sentence> refuse) {
        for (ConstantExpression text : texts(call)) {
            String name = (String) text.getValue();
            if (!columns.contains(name)) {
                refuse.accept(
                        text,
                        Sentence.of(
                                "The table declares no column \"" + name + "\".",
                                Suggestion.didYouMean(name, columns),
                                "It declares " + String.join(", ", columns) + "."));
            }
        }
    }

    private static @org.jspecify.annotations.Nullable MethodCallExpression call(Statement statement) {
        return statement instanceof ExpressionStatement expression
                        && expression.getExpression() instanceof MethodCallExpression call
                        && call.isImplicitThis()
                ? call
                : null;
    }

    private static List<ConstantExpression> texts(MethodCallExpression call) {
        List<Expression> arguments = call.getArguments() instanceof TupleExpression tuple
                ? tuple.getExpressions()
                : List.of(call.getArguments());
        return arguments.stream()
                .filter(ConstantExpression.class::isInstance)
                .map(ConstantExpression.class::cast)
                .filter(constant -> constant.getValue() instanceof String)
                .toList();
    }
}
