package dev.retort.internal.sandbox;

import dev.retort.Location;
import dev.retort.Problem;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts what the parser and the first passes of the compiler say into sentences. They know nothing but text; what is
 * not known here is passed on as it is, introduced by a sentence.
 */
final class SyntaxWording {

    private record Rule(
            Pattern pattern, String sentence, @Nullable String hint) {
        static Rule of(String pattern, String sentence, @Nullable String hint) {
            return new Rule(Pattern.compile(pattern, Pattern.DOTALL), sentence, hint);
        }
    }

    /** In the sentence, $1 and $2 are the groups of the pattern. */
    private static final List<Rule> RULES = List.of(
            Rule.of(
                    "Unexpected input: '<EOF>'.*",
                    "The script ends too early.",
                    "A closing brace, bracket or quote is missing."),
            Rule.of(
                    "Unexpected input: '.*(?:\\\\n|\\s)+'.*",
                    "The line ends too early.",
                    "A value, a comma or a bracket may be missing."),
            Rule.of(
                    "Unexpected input: '?(?:.*(?:\\\\n|\\s))?(\\S+?)'?$",
                    "\"$1\" is not expected here.",
                    "A quote, a comma or a bracket before it may be missing."),
            Rule.of(
                    "Unexpected character: '\\\\?['\"]'.*",
                    "The text that begins here does not end.",
                    "Its closing quote is missing, or a quote before it has no backslash: \\'."),
            Rule.of("Unexpected character: '([“”„‘’`])'.*", "\"$1\" begins no text.", "Write ' or \"."),
            Rule.of(
                    "Unexpected character: '\\\\\\\\?'.*",
                    "A backslash is not expected here.",
                    "A text between slashes cannot follow a word; put it in brackets: execute(/…/)."),
            Rule.of("Unexpected character: '#'.*", "\"#\" is not expected here.", "A comment begins with //."),
            Rule.of(
                    "Unexpected character: '(.*?)'.*",
                    "\"$1\" is not expected here.",
                    "A quote before it may be missing or not closed."),
            Rule.of("Unexpected character.*", "A character is not expected here.", "A quote may be missing."),
            Rule.of("(?:Missing|missing) '(.)'.*", "A \"$1\" is missing.", null),
            Rule.of(
                    "parsing failed",
                    "The script cannot be read to its end.",
                    "It may be nested too deeply; write it in smaller or simpler steps."),
            Rule.of("Duplicated named parameter '(.+?)' found.*", "Option \"$1\" is given twice.", "Keep one of them."),
            Rule.of(
                    "unable to resolve class (?:.*\\.)?(Json\\w+|ObjectMapper|Gson)\\b.*",
                    "No class \"$1\".",
                    "Write Json.parse(text) to read JSON and Json.text(value) to write it."),
            Rule.of(
                    "unable to resolve class (?:.*\\.)?(Xml\\w+|\\w*MarkupBuilder)\\b.*",
                    "No class \"$1\".",
                    "Let the database read and write XML, in an execute or a query."),
            Rule.of(
                    "unable to resolve class (?:.*\\.)?(Sql|GroovyRowResult)\\b.*",
                    "No class \"$1\".",
                    "Use execute, query and table('…')."),
            Rule.of(
                    "unable to resolve class (?:.*\\.)?([\\w$]+).*",
                    "No class \"$1\".",
                    "If it is a text, put it in quotes; if it is a class of Java, import it."),
            Rule.of(
                    "The current scope already contains a variable of the name (\\w+).*",
                    "\"$1\" is declared twice.",
                    "Choose another name."),
            Rule.of(
                    "The current parameter list already contains a parameter of the name (\\w+).*",
                    "\"$1\" is the parameter of a closure around this one already.",
                    "Choose another name."),
            Rule.of(
                    "Primitive type literal: (\\w+) cannot be used as a method name.*",
                    "\"$1(…)\" is no type.",
                    "Write character(2) for char(2), and integer, bool or doublePrecision for the others."),
            Rule.of(
                    "The variable \\[(\\w+)\\] is declared final but is reassigned.*",
                    "\"$1\" is final and cannot be set again.",
                    null),
            Rule.of(
                    "Target method for method call expression.*",
                    "It is not clear what is called here.",
                    "Say the types of the arguments."),
            Rule.of(
                    "Number ending with underscores.*",
                    "A number does not end with an underscore.",
                    "Leave it out, or write the name in quotes."),
            Rule.of("Shebang comment should.*", "\"#!\" is not expected here.", "A comment begins with //."),
            Rule.of(
                    "(?:The LHS of an assignment|you tried to assign a value to) .*",
                    "What is before the = can take no value.",
                    "Write name = value for a variable, name: value for an option, and == to compare."),
            Rule.of(
                    "(?:Invalid method declaration|Method definition not expected|You cannot define a method).*",
                    "This is read as the declaration of a method, and is none.",
                    "A closure after the brackets needs a call of its own; a method needs its type, name, parameters"
                            + " and body."),
            Rule.of(
                    "Unsupported command argument: .*",
                    "The arguments here cannot be written without brackets.",
                    "Put them in brackets: name(…)."),
            Rule.of(
                    "(?:Apparent variable '(\\w+)' was found|\\[Static type checking\\] - The variable \\[(\\w+)\\] is"
                            + " undeclared).*",
                    "\"$1$2\" is not known here.",
                    "If it is a text, put it in quotes; a method knows only its parameters and its own variables."),
            Rule.of(
                    "You are not allowed to extend the final class '(?:.*\\.)?(\\w+)'.*",
                    "\"$1\" cannot be extended.",
                    "Keep one in a variable."),
            Rule.of("Either a catch or finally clause.*", "A try needs a catch or a finally.", null),
            Rule.of(
                    "Invalid octal number.*",
                    "A number does not begin with 0.",
                    "Leave the 0 out, or put it in quotes."),
            Rule.of(
                    "Assignment expression is not allowed.*",
                    "An assignment is not allowed here.",
                    "Write == to compare."));

    /** What the compiler says around its sentence. */
    private static final Pattern BESIDE = Pattern.compile(
            "^\\[Static type checking\\] - |\\.? Please check if .*$|\\.? @ line \\d+, column \\d+|\\.$");

    private SyntaxWording() {}

    static Problem problem(String file, int line, int column, String message) {
        Location location = new Location(file, Math.max(0, line), Math.max(0, column));
        String text = message.strip();
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern.matcher(text);
            if (matcher.matches()) {
                String sentence = matcher.replaceFirst(rule.sentence);
                return new Problem(location, sentence, rule.hint);
            }
        }
        String firstLine = text.lines().findFirst().orElse("for a reason the compiler does not name");
        return Problem.at(
                location,
                "This cannot be compiled: " + BESIDE.matcher(firstLine).replaceAll("") + ".");
    }
}
