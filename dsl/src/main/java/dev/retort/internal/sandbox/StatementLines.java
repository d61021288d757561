package dev.retort.internal.sandbox;

import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstructorCallExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.LambdaExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.StaticMethodCallExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.control.SourceUnit;

/**
 * Gives every call within a statement the line on which the statement begins, but for what is in its closures. The class names
 * the line of the argument that was computed last where it calls an operation; an operation of several lines is looked for
 * where it begins.
 */
final class StatementLines extends ClassCodeVisitorSupport {

    private final SourceUnit source;
    /** Where the statement begins; none of a statement whose own line nobody wrote. */
    private int line;

    /** @param source whose classes have been checked: what the compiler reports has its own place */
    StatementLines(SourceUnit source) {
        this.source = source;
    }

    @Override
    protected SourceUnit getSourceUnit() {
        return source;
    }

    @Override
    public void visitExpressionStatement(ExpressionStatement statement) {
        within(statement.getLineNumber(), () -> super.visitExpressionStatement(statement));
    }

    @Override
    public void visitReturnStatement(ReturnStatement statement) {
        within(statement.getLineNumber(), () -> super.visitReturnStatement(statement));
    }

    @Override
    public void visitClosureExpression(ClosureExpression closure) {
        within(0, () -> super.visitClosureExpression(closure));
    }

    @Override
    public void visitLambdaExpression(LambdaExpression lambda) {
        within(0, () -> super.visitLambdaExpression(lambda));
    }

    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
        begin(call);
        super.visitMethodCallExpression(call);
    }

    @Override
    public void visitStaticMethodCallExpression(StaticMethodCallExpression call) {
        begin(call);
        super.visitStaticMethodCallExpression(call);
    }

    @Override
    public void visitConstructorCallExpression(ConstructorCallExpression call) {
        begin(call);
        super.visitConstructorCallExpression(call);
    }

    @Override
    public void visitPropertyExpression(PropertyExpression property) {
        begin(property);
        super.visitPropertyExpression(property);
    }

    /** A word such as {@code integer} becomes a property of what the closure belongs to. */
    @Override
    public void visitVariableExpression(VariableExpression word) {
        begin(word);
        super.visitVariableExpression(word);
    }

    private void begin(Expression part) {
        if (line > 0 && part.getLineNumber() > line) {
            part.setLineNumber(line);
        }
    }

    private void within(int beginning, Runnable visit) {
        int before = line;
        line = beginning;
        visit.run();
        line = before;
    }
}
