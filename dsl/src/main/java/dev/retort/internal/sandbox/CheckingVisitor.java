package dev.retort.internal.sandbox;

import dev.retort.internal.error.Suggestion;
import dev.retort.internal.script.Databases;
import dev.retort.internal.script.Row;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.transform.sc.StaticCompilationVisitor;
import org.codehaus.groovy.transform.stc.StaticTypesMarker;
import org.jspecify.annotations.Nullable;

/**
 * Groovy's static type checker, speaking the language of migrations: it says what it finds in terms of operations and
 * options, and looks closer at them than Java's types do.
 */
final class CheckingVisitor extends StaticCompilationVisitor {

    private final VisibleNames vocabulary;
    private final CallWording wording;
    private final OptionCheck optionCheck;
    private final ScopeStack rooms;
    private final WordCheck wordCheck;
    private final Set<Expression> statements = Collections.newSetFromMap(new IdentityHashMap<>());

    /** What there is a sentence about already; what it is an argument of needs none because of it. */
    private final Set<Expression> broken = Collections.newSetFromMap(new IdentityHashMap<>());

    /** What a slip after it makes look wrong. */
    private final Set<Expression> excused = Collections.newSetFromMap(new IdentityHashMap<>());

    private final UnaryOperator<ClassNode> sight;

    CheckingVisitor(
            SourceUnit source, ClassNode node, Databases databases, ScopeStack rooms, UnaryOperator<ClassNode> sight) {
        super(source, node);
        this.rooms = rooms;
        this.vocabulary = rooms.vocabulary();
        this.sight = sight;
        this.wording = new CallWording(databases, vocabulary);
        this.optionCheck = new OptionCheck(wording, this::getType, this::refuse);
        this.wordCheck = new WordCheck(databases, wording, optionCheck, rooms, this::refuse);
    }

    /** The members of a type are looked for in what this gives. */
    @Override
    protected ClassNode getType(ASTNode node) {
        return sight.apply(super.getType(node));
    }

    @Override
    public void visitExpressionStatement(ExpressionStatement statement) {
        statements.add(statement.getExpression());
        super.visitExpressionStatement(statement);
    }

    @Override
    public void visitClosureExpression(ClosureExpression closure) {
        rooms.enter(closure);
        try {
            super.visitClosureExpression(closure);
        } finally {
            rooms.leave();
        }
    }

    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
        Scope inside =
                call.isImplicitThis() ? rooms.current().openedBy(String.valueOf(call.getMethodAsString())) : null;
        if (inside != null) {
            open(call, inside);
        }
        if (!call.isImplicitThis() && isQuoted(call.getMethod())) {
            excused.add(call.getObjectExpression());
        }
        super.visitMethodCallExpression(call);
        MethodNode target = call.getNodeMetaData(StaticTypesMarker.DIRECT_METHOD_CALL_TARGET);
        if (target != null) {
            wordCheck.check(call, target);
            if (target.getDeclaringClass().getName().startsWith("java.util.")) {
                NewerMethods.refusal(getType(call.getObjectExpression()), target.getName())
                        .ifPresent(sentence -> refuse(call.getMethod(), sentence));
            }
        }
    }

    /** Also where brackets are missing, as in {@code createTable 'a' { … }}, which reads as a call of 'a'. */
    private void open(MethodCallExpression call, Scope inside) {
        for (Expression argument : Arguments.of(call)) {
            if (argument instanceof ClosureExpression closure) {
                rooms.open(closure, inside);
            } else if (argument instanceof MethodCallExpression inner
                    && inner.isImplicitThis()
                    && isQuoted(inner.getMethod())) {
                open(inner, inside);
            }
        }
    }

    @Override
    protected void addNoMatchingMethodError(
            ClassNode receiver, String name, ClassNode[] types, @Nullable ASTNode origin) {
        if (origin instanceof MethodCallExpression call && !"<init>".equals(name)) {
            noMatchingCall(receiver, name, call, types);
        } else if (origin instanceof BinaryExpression binary
                && (isColumnOfRow(binary.getLeftExpression()) || isColumnOfRow(binary.getRightExpression()))) {
            broken.add(binary);
            refuse(binary, SlipWording.computedFromRow());
        } else if (origin instanceof BinaryExpression binary
                && SlipWording.isTime(getType(binary.getLeftExpression()))) {
            broken.add(binary);
            refuse(binary, SlipWording.computedFromTime());
        } else {
            if (origin instanceof Expression expression) {
                broken.add(expression);
            }
            super.addNoMatchingMethodError(receiver, name, types, origin);
        }
    }

    private void noMatchingCall(ClassNode receiver, String name, MethodCallExpression call, ClassNode[] types) {
        Class<?> language = language(receiver);
        if (isQuoted(call.getMethod())) {
            broken.add(call);
            broken.add(call.getObjectExpression());
            refuse(call.getMethod(), SlipWording.quoted(name, call.isImplicitThis(), rooms.current()));
        } else if (broken.contains(call.getObjectExpression())) {
            broken.add(call);
        } else if (call.isImplicitThis()) {
            Class<?> type = rooms.holder(name);
            if (type == null) {
                broken.add(call);
                String owner = statements.contains(call) ? null : ownerOf(name);
                refuse(
                        call.getMethod(),
                        owner != null
                                ? SlipWording.option(name, owner)
                                : wording.unknownCall(name, rooms.current(), statements.contains(call)));
            } else {
                wrongArguments(type, name, call, types);
            }
        } else if (language != null && vocabulary.has(language, name)) {
            wrongArguments(language, name, call, types);
        } else {
            broken.add(call);
            boolean onRow = isColumnOfRow(call.getObjectExpression());
            refuse(call.getMethod(), wording.unknownMethod(receiver, name, onRow, types.length > 0));
        }
    }

    /** Whether what the parser takes for a name is written as a text. */
    private boolean isQuoted(ASTNode node) {
        String line = getSourceUnit().getSource().getLine(node.getLineNumber(), null);
        int column = node.getColumnNumber() - 1;
        boolean there = line != null && column >= 0 && column < line.length();
        return there && (line.charAt(column) == '\'' || line.charAt(column) == '"');
    }

    private @Nullable Class<?> language(ClassNode receiver) {
        boolean ours = receiver.getName().startsWith("dev.retort.internal.script.") && receiver.isResolved();
        return ours && vocabulary.knows(receiver.getTypeClass()) ? receiver.getTypeClass() : null;
    }

    private void wrongArguments(Class<?> type, String word, MethodCallExpression call, ClassNode[] types) {
        MapExpression named = Arguments.named(call);
        Map<String, Class<?>> options = vocabulary.options(type, word);
        boolean nothingElse = Arguments.of(call).size() == 1;
        if (named != null && !options.isEmpty() && !nothingElse) {
            optionCheck.check(word, options, named);
        } else if (named != null && vocabulary.forms(type, word).stream().noneMatch(CheckingVisitor::takesMap)) {
            refuse(
                    named.getMapEntryExpressions().get(0).getKeyExpression(),
                    wording.unknownOption(
                            word,
                            named.getMapEntryExpressions()
                                    .get(0)
                                    .getKeyExpression()
                                    .getText(),
                            Set.of()));
            return;
        }
        List<Expression> all = Arguments.of(call);
        List<Expression> positional = new ArrayList<>(all);
        positional.removeIf(argument -> argument == named || argument instanceof ClosureExpression);
        if (positional.stream().anyMatch(broken::contains)) {
            broken.add(call);
            return;
        }
        List<ClassNode> found = new ArrayList<>();
        for (Expression argument : positional) {
            found.add(types.length == all.size() ? types[all.indexOf(argument)] : getType(argument));
        }
        boolean closure = all.stream().anyMatch(ClosureExpression.class::isInstance);
        CallWording.Finding finding = wording.wrongArguments(type, word, found, closure);
        broken.add(call);
        refuse(finding.argument() < 0 ? call.getMethod() : positional.get(finding.argument()), finding.sentence());
    }

    private static boolean takesMap(Method form) {
        return form.getParameterCount() > 0 && form.getParameterTypes()[0] == Map.class;
    }

    private boolean isColumnOfRow(Expression expression) {
        Expression row = expression instanceof PropertyExpression property
                ? property.getObjectExpression()
                : expression instanceof BinaryExpression binary
                                && binary.getOperation().getText().equals("[")
                        ? binary.getLeftExpression()
                        : null;
        return row != null && getType(row).getName().equals(Row.class.getName());
    }

    private void refuse(ASTNode where, Sentence sentence) {
        addStaticTypeError(sentence.message(), where);
    }

    @Override
    protected void addStaticTypeError(String message, ASTNode node) {
        if (message.indexOf('\u0001') >= 0) {
            super.addStaticTypeError(message, node);
        } else if (TypeWording.isUnion(message)
                || TypeWording.isAddition(message, node)
                || message.startsWith("unexpected named arg")
                || message.startsWith("argument for named param")) {
            return;
        } else if (message.startsWith("required named param")) {
            String option = message.replaceAll("^required named param '(.*?)'.*$", "$1");
            if (isMisspelt(option, node)) {
                return;
            }
            refuse(
                    node,
                    new Sentence(
                            "Option \"" + option + "\" is missing.",
                            "Add " + option + ": '" + (option.equals("references") ? "table.column" : "…") + "'."));
        } else if (node instanceof VariableExpression variable && message.startsWith("The variable [")) {
            undeclared(variable);
        } else if (message.startsWith("No such property")
                && message.matches("(?s).*for class: (java\\.lang\\.V|v)oid\\b.*")) {
            refuse(node, SlipWording.inner());
        } else {
            super.addStaticTypeError(TypeWording.of(message).message(), node);
        }
    }

    /** Whether one of the named arguments is probably meant to be this one; that has a sentence of its own. */
    private static boolean isMisspelt(String option, ASTNode arguments) {
        return arguments instanceof MapExpression map
                && map.getMapEntryExpressions().stream()
                        .anyMatch(entry -> Suggestion.nearest(
                                        entry.getKeyExpression().getText(), List.of(option))
                                .isPresent());
    }

    /** The call that a name without a colon would be an option of. */
    private @Nullable String ownerOf(String option) {
        if (typeCheckingContext.getEnclosingMethodCall() instanceof MethodCallExpression call
                && call.isImplicitThis()) {
            String word = String.valueOf(call.getMethodAsString());
            Class<?> type = rooms.holder(word);
            return type != null && vocabulary.options(type, word).containsKey(option) ? word : null;
        }
        return null;
    }

    private void undeclared(VariableExpression variable) {
        broken.add(variable);
        if (excused.contains(variable)) {
            return;
        }
        String name = variable.getName();
        Class<?> type = rooms.holder(name);
        BinaryExpression assignment = typeCheckingContext.getEnclosingBinaryExpression();
        if (assignment != null && assignment.getLeftExpression() == variable) {
            broken.add(assignment);
        }
        String owner = statements.contains(variable) ? null : ownerOf(name);
        Optional<Sentence> constant = SlipWording.constant(name);
        if (owner != null) {
            refuse(variable, SlipWording.option(name, owner));
        } else if (constant.isPresent()) {
            refuse(variable, constant.get());
        } else if (type != null) {
            refuse(
                    variable,
                    Sentence.of(
                            "\"" + name + "\" is here without its arguments.",
                            "It is written: " + vocabulary.writing(type, name) + "."));
        } else {
            refuse(variable, wording.unknown(name, rooms.current(), statements.contains(variable)));
        }
    }
}
