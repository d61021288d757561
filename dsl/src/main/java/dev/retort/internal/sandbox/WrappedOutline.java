package dev.retort.internal.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.syntax.SyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Puts the statements of a file without a header into one closure, each in its place: from there on they are checked and run as those
 * of a direction are. A revision is refused.
 */
final class WrappedOutline {

    private static final Set<String> REVISIONS = Set.of(
            "revision", "downRevision", "branchLabels", "dependsOn", "upgrade", "downgrade", "change", "irreversible");

    private WrappedOutline() {}

    /**
     * Wraps them.
     *
     * @param wrapper the word that takes the closure
     * @param kind what the file is, for a sentence: {@code schema file}
     * @param hint what such a file is for
     */
    static void wrap(SourceUnit source, String wrapper, String kind, String hint) {
        BlockStatement block = source.getAST().getStatementBlock();
        List<Statement> statements = new ArrayList<>(block.getStatements());
        for (Statement statement : statements) {
            MethodCallExpression call = word(statement);
            if (call != null && isRevisions(call)) {
                Sentence sentence = Sentence.of(
                        "This is a revision: \"" + call.getMethodAsString() + "\" is not allowed in a " + kind + ".",
                        "Put it into the folder of the migrations; " + hint);
                source.addErrorAndContinue(
                        new SyntaxException(sentence.message(), call.getLineNumber(), call.getColumnNumber()));
                return;
            }
        }
        BlockStatement inside = new BlockStatement(statements, block.getVariableScope());
        inside.setSourcePosition(block);
        ClosureExpression closure = new ClosureExpression(Parameter.EMPTY_ARRAY, inside);
        closure.setSourcePosition(block);
        MethodCallExpression call = new MethodCallExpression(
                VariableExpression.THIS_EXPRESSION, wrapper, new ArgumentListExpression(closure));
        call.setImplicitThis(true);
        call.setSourcePosition(block);
        ExpressionStatement all = new ExpressionStatement(call);
        all.setSourcePosition(block);
        block.getStatements().clear();
        block.addStatement(all);
    }

    private static @Nullable MethodCallExpression word(Statement statement) {
        return statement instanceof ExpressionStatement expression
                        && expression.getExpression() instanceof MethodCallExpression call
                        && call.isImplicitThis()
                ? call
                : null;
    }

    private static boolean isRevisions(MethodCallExpression call) {
        return REVISIONS.contains(String.valueOf(call.getMethodAsString()));
    }
}
