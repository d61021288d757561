package dev.retort.internal.sandbox;

import static org.apache.groovy.parser.antlr4.GroovyLexer.ARROW;
import static org.apache.groovy.parser.antlr4.GroovyLexer.LBRACE;
import static org.apache.groovy.parser.antlr4.GroovyLexer.NL;
import static org.apache.groovy.parser.antlr4.GroovyLexer.RBRACE;
import static org.apache.groovy.parser.antlr4.GroovyLexer.SEMI;

import dev.retort.Location;
import dev.retort.Problem;
import groovyjarjarantlr4.v4.runtime.CharStreams;
import groovyjarjarantlr4.v4.runtime.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.groovy.parser.antlr4.GroovyLangLexer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the real place of a syntax error inside a closure. The parser blames the brace that opens the closure, because
 * what is inside cannot be one; read by itself, the inside shows where it goes wrong.
 */
final class SyntaxProbe {

    private static final int DEEPEST = 20;

    private final String text;
    private final Function<String, List<Problem>> parse;
    private final List<Token> tokens = new ArrayList<>();

    /** @param parse reports what is wrong with the syntax of a text */
    SyntaxProbe(String text, Function<String, List<Problem>> parse) {
        this.text = text;
        this.parse = parse;
        GroovyLangLexer lexer = new GroovyLangLexer(CharStreams.fromString(text));
        for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
            tokens.add(token);
        }
    }

    List<Problem> nearer(List<Problem> found) {
        List<Problem> nearest = found;
        for (int depth = 0; depth < DEEPEST; depth++) {
            int brace = nearest.size() == 1 ? braceAt(nearest.get(0).location()) : -1;
            List<Problem> inside = brace < 0 ? List.of() : parse.apply(inside(brace));
            if (inside.isEmpty()) {
                return nearest;
            }
            nearest = inside.stream().map(SyntaxProbe::ofClosure).toList();
        }
        return nearest;
    }

    /** What ends too early is a part of the script here. */
    private static Problem ofClosure(Problem problem) {
        return problem.sentence().startsWith("The script ends")
                ? new Problem(
                        problem.location(),
                        "The closure ends too early.",
                        "Something is missing before its closing brace.")
                : problem;
    }

    private int braceAt(@Nullable Location location) {
        for (int i = 0; location != null && i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean here = token.getLine() == location.line() && token.getCharPositionInLine() + 1 == location.column();
            if (here && token.getType() == LBRACE) {
                return i;
            }
        }
        return -1;
    }

    /** The text with nothing but the inside of a closure, every sign in its place. */
    private String inside(int brace) {
        int start = tokens.get(body(brace)).getStopIndex() + 1;
        int end = closing(brace);
        int[] signs = text.codePoints().limit(end).toArray();
        for (int i = 0; i < start; i++) {
            if (signs[i] != '\n') {
                signs[i] = ' ';
            }
        }
        return new String(signs, 0, signs.length);
    }

    /** The token before the statements: the brace, or the arrow after the parameters. */
    private int body(int brace) {
        for (int i = brace + 1; i < tokens.size(); i++) {
            int type = tokens.get(i).getType();
            if (type == ARROW) {
                return i;
            } else if (type == NL || type == SEMI || type == LBRACE || type == RBRACE) {
                return brace;
            }
        }
        return brace;
    }

    private int closing(int brace) {
        int depth = 0;
        for (int i = brace; i < tokens.size(); i++) {
            int type = tokens.get(i).getType();
            depth += type == LBRACE ? 1 : type == RBRACE ? -1 : 0;
            if (depth == 0) {
                return tokens.get(i).getStartIndex();
            }
        }
        return text.codePointCount(0, text.length());
    }
}
