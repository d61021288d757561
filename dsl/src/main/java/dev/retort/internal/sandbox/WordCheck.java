package dev.retort.internal.sandbox;

import dev.retort.internal.script.Databases;
import dev.retort.internal.script.KeywordOptions;
import dev.retort.internal.script.Operations;
import dev.retort.internal.script.Types;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.jspecify.annotations.Nullable;

/** Looks closer than Java's types do at calls of the language's words that those let pass: at place and options. */
final class WordCheck {

    private final VisibleNames vocabulary;
    private final CallWording wording;
    private final OptionCheck options;
    private final ScopeStack rooms;
    private final Databases databases;
    private final BiConsumer<ASTNode, Sentence> refuse;

    WordCheck(
            Databases databases,
            CallWording wording,
            OptionCheck options,
            ScopeStack rooms,
            BiConsumer<ASTNode, Sentence> refuse) {
        this.vocabulary = rooms.vocabulary();
        this.databases = databases;
        this.wording = wording;
        this.options = options;
        this.rooms = rooms;
        this.refuse = refuse;
    }

    /** @param target the method that is called, of whatever class */
    void check(MethodCallExpression call, MethodNode target) {
        Class<?> owner = owner(target);
        if (owner == null) {
            return;
        }
        String word = target.getName();
        if (call.isImplicitThis()) {
            checkRoom(call, target, owner);
        }
        vocabulary.forms(owner, word).stream()
                .filter(form -> sameParameters(form, target))
                .findFirst()
                .ifPresent(form -> checkOptions(call, word, form));
        if (word.equals("onlyOn")) {
            Arguments.of(call).forEach(this::checkDatabase);
        }
        Scope around = rooms.current().outer();
        if (owner == around.type() && word.equals(around.creating())) {
            Set<String> options = Arguments.names(call);
            Arguments.of(call).stream()
                    .filter(ClosureExpression.class::isInstance)
                    .forEach(body -> ColumnReferences.check(options, (ClosureExpression) body, refuse));
        }
    }

    /** The class of the language that a method belongs to, if it belongs to one. */
    private @Nullable Class<?> owner(MethodNode target) {
        ClassNode declaring = target.getDeclaringClass();
        if (!declaring.getName().startsWith("dev.retort.internal.script.") || !declaring.isResolved()) {
            return null;
        }
        Class<?> type = declaring.getTypeClass();
        if (Types.class.isAssignableFrom(type)) {
            return rooms.current().outer().type();
        }
        return vocabulary.knows(type) ? type : null;
    }

    /** A name that is written out; one that is computed is looked at when the code has run. */
    private void checkDatabase(Expression argument) {
        if (argument instanceof ListExpression names) {
            names.getExpressions().forEach(this::checkDatabase);
        } else if (argument instanceof ConstantExpression constant && constant.getValue() instanceof String name) {
            KeywordOptions.databaseProblem(name, databases)
                    .ifPresent(problem -> refuse.accept(argument, new Sentence(problem.sentence(), problem.hint())));
        }
    }

    private void checkRoom(MethodCallExpression call, MethodNode target, Class<?> owner) {
        String word = target.getName();
        Scope room = rooms.current();
        if (owner == room.type() || !vocabulary.verbs(owner).contains(word)) {
            return;
        }
        if (owner == Scope.HEADER.type()) {
            refuse.accept(call.getMethod(), wording.unknown(word, room, true));
        } else if (rooms.isInner() && vocabulary.has(room.type(), word)) {
            refuse.accept(
                    call.getMethod(),
                    Sentence.of(
                            TypeWording.capital(room.place()) + ", " + word + " does not name the table again.",
                            "It is written: " + vocabulary.writing(room.type(), word) + "."));
        } else if (rooms.isInner() && isOperation(target)) {
            refuse.accept(
                    call.getMethod(),
                    Sentence.of("\"" + word + "\" is not allowed " + room.place() + ".", "Move it after the closure."));
        }
    }

    /** Operations give nothing back, or what the next one of a pair is said to; sql, argument and their like do. */
    private static boolean isOperation(MethodNode target) {
        ClassNode result = target.getReturnType();
        return ClassHelper.isPrimitiveVoid(result) || result.getName().equals(Operations.class.getName());
    }

    private static boolean sameParameters(Method form, MethodNode target) {
        Parameter[] parameters = target.getParameters();
        Class<?>[] types = form.getParameterTypes();
        boolean same = types.length == parameters.length;
        for (int i = 0; same && i < types.length; i++) {
            same = ClassHelper.make(types[i])
                    .getName()
                    .equals(parameters[i].getType().getName());
        }
        return same;
    }

    private void checkOptions(MethodCallExpression call, String word, Method form) {
        MapExpression named = Arguments.named(call);
        Map<String, Class<?>> known = VisibleNames.options(form);
        if (named != null && !known.isEmpty()) {
            options.check(word, known, named);
        }
    }
}
