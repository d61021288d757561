package dev.retort.internal.sandbox;

import dev.retort.internal.script.KeywordOptions;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;

/** Holds the named arguments of a call against the options that the word has: names, types, and words they take. */
final class OptionCheck {

    private final CallWording wording;
    private final Function<Expression, ClassNode> types;
    private final BiConsumer<ASTNode, Sentence> refuse;

    /** @param types what the checker knows of an expression */
    OptionCheck(CallWording wording, Function<Expression, ClassNode> types, BiConsumer<ASTNode, Sentence> refuse) {
        this.wording = wording;
        this.types = types;
        this.refuse = refuse;
    }

    void check(String word, Map<String, Class<?>> options, MapExpression named) {
        for (MapEntryExpression entry : named.getMapEntryExpressions()) {
            if (!(entry.getKeyExpression() instanceof ConstantExpression key)) {
                continue;
            }
            String option = String.valueOf(key.getValue());
            Class<?> wanted = options.get(option);
            if (wanted == null) {
                refuse.accept(key, wording.unknownOption(word, option, options.keySet()));
                continue;
            }
            Expression value = entry.getValueExpression();
            ClassNode found = types.apply(value);
            if (!(value instanceof ConstantExpression constant && constant.isNullExpression())
                    && !CallWording.accepts(wanted, found)) {
                refuse.accept(value, wording.wrongOption(word, option, wanted, found));
            } else if (value instanceof ListExpression list) {
                list.getExpressions().forEach(element -> checkWord(option, word, element));
            } else {
                checkWord(option, word, value);
            }
        }
    }

    private void checkWord(String option, String word, Expression value) {
        if (value instanceof ConstantExpression constant && constant.getValue() instanceof String text) {
            KeywordOptions.problem(option, word, text)
                    .ifPresent(problem -> refuse.accept(value, new Sentence(problem.sentence(), problem.hint())));
        }
    }
}
