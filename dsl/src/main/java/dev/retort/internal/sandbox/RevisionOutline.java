package dev.retort.internal.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.syntax.SyntaxException;

/** Looks at the outline of a revision: which directions there are, and that each is at the top. */
final class RevisionOutline {

    private static final Set<String> DIRECTIONS = Set.of("upgrade", "downgrade", "change", "irreversible");

    private RevisionOutline() {}

    static void check(SourceUnit source) {
        Map<String, ASTNode> found = new HashMap<>();
        List<ASTNode> inside = new ArrayList<>();
        for (Statement statement : source.getAST().getStatementBlock().getStatements()) {
            if (statement instanceof ExpressionStatement expression
                    && expression.getExpression() instanceof MethodCallExpression call
                    && isDirection(call)) {
                ASTNode before = found.putIfAbsent(String.valueOf(call.getMethodAsString()), call);
                if (before != null) {
                    say(
                            source,
                            call,
                            Sentence.of("The script has " + call.getMethodAsString() + " twice.", "Keep one of them."));
                }
                call.getArguments().visit(new Nested(inside));
            } else {
                statement.visit(new Nested(inside));
            }
        }
        inside.forEach(call -> say(
                source,
                call,
                Sentence.of(
                        "\"" + ((MethodCallExpression) call).getMethodAsString() + "\" is inside another statement.",
                        "Put it at the top level of the script.")));
        if (inside.isEmpty()) {
            directions(source, found);
        }
    }

    private static void directions(SourceUnit source, Map<String, ASTNode> found) {
        ASTNode start = new ASTNode();
        start.setLineNumber(1);
        start.setColumnNumber(1);
        ASTNode change = found.get("change");
        ASTNode upgrade = found.get("upgrade");
        ASTNode downgrade = found.get("downgrade");
        ASTNode irreversible = found.get("irreversible");
        if (change != null) {
            for (String other : List.of("upgrade", "downgrade", "irreversible")) {
                ASTNode node = found.get(other);
                if (node != null) {
                    say(
                            source,
                            node,
                            Sentence.of(
                                    "The script has both change and " + other + ".",
                                    "change stands for both directions; keep it or write upgrade and downgrade."));
                }
            }
            return;
        }
        if (upgrade == null) {
            say(
                    source,
                    start,
                    Sentence.of(
                            "The script has no upgrade.",
                            "Write upgrade { … } and downgrade { … }, or change { … } for both."));
        } else if (downgrade == null && irreversible == null) {
            say(
                    source,
                    upgrade,
                    Sentence.of(
                            "The script has no downgrade.",
                            "Write downgrade { … }, or irreversible 'why' if there is no downgrade."));
        }
        if (downgrade != null && irreversible != null) {
            say(
                    source,
                    irreversible,
                    Sentence.of("The script has a downgrade and says that it is irreversible.", "Keep one of them."));
        }
    }

    private static boolean isDirection(MethodCallExpression call) {
        return call.isImplicitThis() && DIRECTIONS.contains(String.valueOf(call.getMethodAsString()));
    }

    private static void say(SourceUnit source, ASTNode node, Sentence sentence) {
        source.addErrorAndContinue(
                new SyntaxException(sentence.message(), node.getLineNumber(), node.getColumnNumber()));
    }

    /** Finds directions where they must not be. */
    private static final class Nested extends CodeVisitorSupport {
        private final List<ASTNode> found;

        Nested(List<ASTNode> found) {
            this.found = found;
        }

        @Override
        public void visitMethodCallExpression(MethodCallExpression call) {
            if (isDirection(call)) {
                found.add(call);
            }
            super.visitMethodCallExpression(call);
        }
    }
}
