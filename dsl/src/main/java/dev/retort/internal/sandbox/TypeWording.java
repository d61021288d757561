package dev.retort.internal.sandbox;

import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.expr.BinaryExpression;

/**
 * Puts into sentences what the static type checker says about plain Groovy, where all it hands out is a text. ScriptWords of
 * the language have their own sentences, in {@link CallWording}.
 */
final class TypeWording {

    private static final String SPELL_OUT =
            "Say what type it has: String name = …, or use a typed reader of the row: row.string('name').";

    private record Rule(Pattern pattern, Function<MatchResult, Sentence> wording) {
        static Rule of(String pattern, Function<MatchResult, Sentence> wording) {
            return new Rule(Pattern.compile(pattern, Pattern.DOTALL), wording);
        }
    }

    private static final List<Rule> RULES = List.of(
            Rule.of(
                    "Cannot assign value of type (.+) to variable of type (.+?)\\.?",
                    m -> Sentence.of(
                            capital(type(m, 1)) + " does not go into a variable for " + type(m, 2) + ".",
                            "Convert it, or give the variable another type.")),
            Rule.of(
                    "Cannot assign value of type (.+) into array of type (.+)",
                    m -> Sentence.of(capital(type(m, 1)) + " does not go into an array of that type.", SPELL_OUT)),
            Rule.of(
                    "Incompatible generic argument types\\. Cannot assign .+ to: (.+)",
                    m -> Sentence.of(
                            "The elements of the list or map are not all known to be what its variable is declared for.",
                            "Write the type after the value as well: [[…]] as List<Map<String, Object>>.")),
            Rule.of(
                    "Cannot return value of type (.+) for (?:method|closure|lambda) (?:returning|expecting) (.+)",
                    m -> Sentence.of("Here " + type(m, 2) + " is to be returned, not " + type(m, 1) + ".", SPELL_OUT)),
            Rule.of(
                    "Inconvertible types: cannot cast (.+) to (.+)",
                    m -> Sentence.of(
                            capital(type(m, 1)) + " cannot become " + type(m, 2) + ".",
                            "Convert it by a method, such as toInteger().")),
            Rule.of(
                    "No such property: (\\S+) for class: (.+)",
                    m -> Sentence.of(
                            capital(type(m, 2)) + " has no \"" + m.group(1) + "\".",
                            "Names must be known before the script runs.")),
            Rule.of(
                    "(?:Cannot|cannot) resolve dynamic method name.*",
                    m -> Sentence.of(
                            "The name of what is called is only known when the script runs.",
                            "Write the name itself, or choose with if or switch.")),
            Rule.of(
                    "The spread operator cannot be used.*",
                    m -> Sentence.of(
                            "\"*\" cannot spread a list into arguments here.", "Write the arguments one by one.")),
            Rule.of(
                    "Possible loss of precision from (.+) to (.+)",
                    m -> Sentence.of(
                            capital(type(m, 1)) + " may be too large for " + type(m, 2) + " here.",
                            "Declare the variable long, or convert the number: toInteger().")),
            Rule.of(
                    "Cannot call closure that accepts .*",
                    m -> Sentence.of("The closure does not take these arguments.", "Say the types of its parameters.")),
            Rule.of(
                    "Expected type (.+) for (?:closure|lambda) parameter: (.+)",
                    m -> Sentence.of(
                            "The parameter \"" + m.group(2) + "\" of the closure is " + type(m, 1) + ".",
                            "Say that type or none.")),
            Rule.of(
                    "Incorrect (?:number of|parameter).*",
                    m -> Sentence.of(
                            "The closure does not have the parameters it is called with here.",
                            "Say as many as there are values.")),
            Rule.of(
                    "Reference to method is ambiguous.*",
                    m -> Sentence.of(
                            "It is not clear which form of the call is meant, because the type of an argument is not known.",
                            "Say its type: null as String.")),
            Rule.of(
                    "(?:The a|A)rgument is a method reference.*",
                    m -> Sentence.of(
                            "A method reference does not do here, where a closure is taken.",
                            "Write a closure that calls it: { value -> name(value) }.")),
            Rule.of(
                    "Cannot find matching method .*#getAt\\(.*",
                    m -> Sentence.of(
                            "Square brackets have no meaning here.", "A length is in round ones: varchar(10).")),
            Rule.of(
                    "Cannot call .*?(\\w+)\\(.*",
                    m -> Sentence.of(
                            "These are not the arguments of " + m.group(1) + ".",
                            "Look at what is in its lists and maps.")),
            Rule.of(
                    "Cannot find matching constructor ([\\w.$]+).*",
                    m -> Sentence.of(
                            capital(type(m, 1)) + " cannot be created from these arguments.",
                            "Check their number and types.")),
            Rule.of(
                    "Cannot set read-only property: (.+)",
                    m -> Sentence.of(
                            "\"" + m.group(1) + "\" cannot be set.",
                            "Choose another name for a variable of your own.")),
            Rule.of(
                    "Multiple assignments without list.*|Incorrect number of values.*",
                    m -> Sentence.of(
                            "The list on the right does not fit the variables on the left.",
                            "Write the values out: def (a, b) = [x, y].")),
            Rule.of(
                    "Cannot loop with element of type (.+) with collection of type (.+)",
                    m -> Sentence.of(
                            "The loop's variable is " + type(m, 1) + ", which the elements are not.",
                            "Leave out its type.")));

    private static final Pattern UNION = Pattern.compile(
            "Cannot call .*#(?:plus|leftShift|putAll|addAll)\\(java\\.util\\.(?:Map|List|Collection|Set)\\b");

    private TypeWording() {}

    static Sentence of(String message) {
        String text = message.replace("[Static type checking] - ", "").strip();
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern.matcher(text);
            if (matcher.matches()) {
                return rule.wording.apply(matcher.toMatchResult());
            }
        }
        return Sentence.of("The types here do not fit together, so this cannot be checked before it runs.", SPELL_OUT);
    }

    /** {@code row += [name: 'x']}: what a map or list comes to hold is no reason to refuse it; nothing relies on it. */
    static boolean isUnion(String message) {
        return UNION.matcher(message).find();
    }

    /** {@code rows += [[name: 'x']]}, of which the checker infers a narrower type than the variable has. */
    static boolean isAddition(String message, ASTNode node) {
        return message.startsWith("Incompatible generic argument types")
                && node instanceof BinaryExpression binary
                && binary.getOperation().getText().startsWith("+");
    }

    private static String type(MatchResult match, int group) {
        return PlainType.named(match.group(group));
    }

    static String capital(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
