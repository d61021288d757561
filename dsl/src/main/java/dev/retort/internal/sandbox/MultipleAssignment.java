package dev.retort.internal.sandbox;

import java.util.List;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureListExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.EmptyExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.syntax.Token;
import org.codehaus.groovy.syntax.Types;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code def (a, b) = text.split(',')} as {@code def all = text.split(','); def (a, b) = [all[0], all[1]]},
 * for static code assigns to several variables from a list that is written out alone.
 */
final class MultipleAssignment extends ClassCodeVisitorSupport {

    private final SourceUnit source;
    private int count;

    MultipleAssignment(SourceUnit source) {
        this.source = source;
    }

    @Override
    protected SourceUnit getSourceUnit() {
        return source;
    }

    @Override
    public void visitBlockStatement(BlockStatement block) {
        List<Statement> statements = block.getStatements();
        for (int i = 0; i < statements.size(); i++) {
            BinaryExpression assignment = several(statements.get(i));
            if (assignment != null) {
                statements.add(i++, taken(assignment));
            }
        }
        super.visitBlockStatement(block);
    }

    /** The assignment to several variables from one value; null where the statement is none. */
    private static @Nullable BinaryExpression several(Statement statement) {
        return statement instanceof ExpressionStatement expression
                        && expression.getExpression() instanceof BinaryExpression binary
                        && binary.getOperation().getType() == Types.ASSIGN
                        && binary.getLeftExpression() instanceof TupleExpression
                        && isOneValue(binary.getRightExpression())
                ? binary
                : null;
    }

    private static boolean isOneValue(Expression value) {
        return !(value instanceof ListExpression
                || value instanceof EmptyExpression
                || value instanceof ClosureListExpression
                || value instanceof ConstantExpression);
    }

    private Statement taken(BinaryExpression assignment) {
        Expression value = assignment.getRightExpression();
        String name = "$all" + count++;
        ListExpression parts = new ListExpression();
        int variables = ((TupleExpression) assignment.getLeftExpression())
                .getExpressions()
                .size();
        for (int i = 0; i < variables; i++) {
            Token bracket = Token.newSymbol(Types.LEFT_SQUARE_BRACKET, value.getLineNumber(), value.getColumnNumber());
            parts.addExpression(placed(
                    new BinaryExpression(new VariableExpression(name), bracket, new ConstantExpression(i, true)),
                    value));
        }
        assignment.setRightExpression(placed(parts, value));
        Token equals = Token.newSymbol(Types.ASSIGN, value.getLineNumber(), value.getColumnNumber());
        Expression declared = new DeclarationExpression(new VariableExpression(name), equals, value);
        Statement statement = new ExpressionStatement(placed(declared, value));
        statement.setSourcePosition(value);
        return statement;
    }

    private static <T extends Expression> T placed(T created, Expression value) {
        created.setSourcePosition(value);
        return created;
    }
}
