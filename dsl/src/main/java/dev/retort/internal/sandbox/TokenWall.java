package dev.retort.internal.sandbox;

import static org.apache.groovy.parser.antlr4.GroovyLexer.AT;
import static org.apache.groovy.parser.antlr4.GroovyLexer.COLON;
import static org.apache.groovy.parser.antlr4.GroovyLexer.DOT;
import static org.apache.groovy.parser.antlr4.GroovyLexer.IMPORT;
import static org.apache.groovy.parser.antlr4.GroovyLexer.Identifier;
import static org.apache.groovy.parser.antlr4.GroovyLexer.LBRACE;
import static org.apache.groovy.parser.antlr4.GroovyLexer.LBRACK;
import static org.apache.groovy.parser.antlr4.GroovyLexer.LPAREN;
import static org.apache.groovy.parser.antlr4.GroovyLexer.METHOD_POINTER;
import static org.apache.groovy.parser.antlr4.GroovyLexer.MUL;
import static org.apache.groovy.parser.antlr4.GroovyLexer.NATIVE;
import static org.apache.groovy.parser.antlr4.GroovyLexer.NL;
import static org.apache.groovy.parser.antlr4.GroovyLexer.PACKAGE;
import static org.apache.groovy.parser.antlr4.GroovyLexer.RBRACE;
import static org.apache.groovy.parser.antlr4.GroovyLexer.RBRACK;
import static org.apache.groovy.parser.antlr4.GroovyLexer.RETURN;
import static org.apache.groovy.parser.antlr4.GroovyLexer.RPAREN;
import static org.apache.groovy.parser.antlr4.GroovyLexer.SAFE_DOT;
import static org.apache.groovy.parser.antlr4.GroovyLexer.SAFE_INDEX;
import static org.apache.groovy.parser.antlr4.GroovyLexer.SEMI;
import static org.apache.groovy.parser.antlr4.GroovyLexer.STATIC;
import static org.apache.groovy.parser.antlr4.GroovyLexer.SYNCHRONIZED;
import static org.apache.groovy.parser.antlr4.GroovyLexer.TRAIT;
import static org.apache.groovy.parser.antlr4.GroovyLexer.YIELD;

import dev.retort.Location;
import dev.retort.Problem;
import dev.retort.internal.header.ScriptSource;
import dev.retort.internal.header.WrongEscapes;
import groovyjarjarantlr4.v4.runtime.CharStreams;
import groovyjarjarantlr4.v4.runtime.RecognitionException;
import groovyjarjarantlr4.v4.runtime.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.groovy.parser.antlr4.GroovyLangLexer;
import org.apache.groovy.parser.antlr4.GroovySyntaxError;

/**
 * The first wall: refuses by its tokens what must not even be parsed. A token cannot be overlooked, where a visitor of
 * the syntax tree can (it never sees every annotation), and nothing runs before it, where a compiler pass may be too
 * late ({@code @Grab} is fetched by then).
 */
final class TokenWall {

    private static final int MOST_TOKENS = 50_000;
    private static final int DEEPEST = 200;

    private static final Set<String> STAR_IMPORTS = Set.of(
            "java.math",
            "java.text",
            "java.time",
            "java.time.format",
            "java.time.temporal",
            "java.util",
            "java.util.function",
            "java.util.regex",
            "java.util.stream");

    /** ScriptWords of Groovy 6 that start work which goes on by itself. */
    private static final Set<String> ASYNCHRONOUS = Set.of("async", "await", "defer");

    private static final Map<Integer, String> REFUSED = Map.of(
            AT, "Annotations and \".@\" are not available in a migration.",
            METHOD_POINTER, "\".&\" is not available in a migration.",
            PACKAGE, "A migration has no package.",
            TRAIT, "Traits are not available in a migration.",
            NATIVE, "Native code is not available in a migration.",
            SYNCHRONIZED, "\"synchronized\" is not available in a migration.");

    private static final Map<Integer, String> INSTEAD = Map.of(
            AT, "Leave the annotation out; the script is checked statically anyway.",
            METHOD_POINTER, "Write a closure: { value -> … }.",
            PACKAGE, "Leave the line out.",
            TRAIT, "Write a class or a method.",
            NATIVE, "Write it in Groovy or in SQL.",
            SYNCHRONIZED, "A migration runs in one thread; leave it out.");

    private final ScriptKind kind;
    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private final Deque<Token> open = new ArrayDeque<>();

    private TokenWall(ScriptKind kind, String file) {
        this.kind = kind;
        this.file = file;
    }

    /** All that is refused, in the order of the text. */
    static List<Problem> problems(ScriptKind kind, String file, String text) {
        TokenWall wall = new TokenWall(kind, file);
        if (text.length() > ScriptSource.MOST_CHARACTERS) {
            wall.problems.add(Problem.at(
                            Location.of(file),
                            "The script has more than " + ScriptSource.MOST_CHARACTERS / 1024 + " thousand characters.")
                    .withHint(kind.shortened()));
            return wall.problems;
        }
        GroovyLangLexer lexer = new GroovyLangLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        try {
            wall.scan(lexer);
        } catch (GroovySyntaxError e) {
            wall.unreadable(text, e.getLine(), e.getColumn(), String.valueOf(e.getMessage()));
        } catch (RecognitionException e) {
            wall.unreadable(text, lexer.getLine(), lexer.getCharPositionInLine() + 1, "Unexpected character");
        }
        return wall.problems;
    }

    private void unreadable(String text, int line, int column, String message) {
        List<Problem> escapes = WrongEscapes.problems(new ScriptSource(file, text));
        problems.addAll(escapes.isEmpty() ? List.of(SyntaxWording.problem(file, line, column, message)) : escapes);
    }

    private void scan(GroovyLangLexer lexer) {
        List<Token> tokens = new ArrayList<>();
        for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
            tokens.add(token);
            if (tokens.size() > MOST_TOKENS) {
                refuse(token, "The script has more than " + MOST_TOKENS + " words and signs.", kind.shortened());
                return;
            } else if (!nests(token)) {
                return;
            }
        }
        for (int i = 0; i < tokens.size(); i++) {
            check(tokens, i);
        }
        if (!open.isEmpty()) {
            Token first = open.getLast();
            refuse(
                    first,
                    "The \"" + first.getText() + "\" here is not closed.",
                    "Its counterpart is missing, or that of a bracket inside.");
        }
    }

    private boolean nests(Token token) {
        int type = token.getType();
        if (type == LBRACE || type == LPAREN || type == LBRACK || type == SAFE_INDEX) {
            open.push(token);
        } else if (type == RBRACE || type == RPAREN || type == RBRACK) {
            open.poll();
        }
        if (open.size() > DEEPEST) {
            refuse(token, "Brackets are nested more than " + DEEPEST + " deep.", "Take the inner part out.");
            return false;
        }
        return true;
    }

    private void check(List<Token> tokens, int i) {
        Token token = tokens.get(i);
        int type = token.getType();
        int before = i == 0 ? NL : tokens.get(i - 1).getType();
        int after = i + 1 == tokens.size() ? NL : tokens.get(i + 1).getType();
        if (type == IMPORT) {
            imported(tokens, i);
        } else if (type == YIELD && after == RETURN) {
            refuse(token, "\"yield return\" is not available in a migration.", "Collect the values in a list.");
        } else if (type == Identifier && ASYNCHRONOUS.contains(token.getText())) {
            if (before != DOT && before != SAFE_DOT && (after == LBRACE || after == LPAREN || after == Identifier)) {
                refuse(
                        token,
                        "\"" + token.getText() + "\" is not available in a migration.",
                        "A migration runs in one thread; write the steps one after the other.");
            }
        } else if (type == AT || !isName(before, after)) {
            String sentence = REFUSED.get(type);
            if (sentence != null) {
                refuse(token, sentence, INSTEAD.getOrDefault(type, ""));
            }
        }
    }

    /** A keyword is a mere name after a dot and before a colon: {@code row.package}, {@code native: true}. */
    private static boolean isName(int before, int after) {
        return before == DOT || before == SAFE_DOT || after == COLON;
    }

    private void imported(List<Token> tokens, int start) {
        boolean isStatic = start + 1 < tokens.size() && tokens.get(start + 1).getType() == STATIC;
        StringBuilder name = new StringBuilder();
        int from = isStatic ? start + 2 : start + 1;
        for (int i = from; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.getType() == NL || token.getType() == SEMI) {
                return;
            } else if (token.getType() == MUL) {
                starred(tokens.get(start), isStatic, name.substring(0, Math.max(0, name.length() - 1)));
                return;
            }
            name.append(token.getText());
        }
    }

    private void starred(Token token, boolean isStatic, String name) {
        if (isStatic) {
            refuse(token, "\"import static " + name + ".*\" is not available in a migration.", "Name what you need.");
        } else if (!STAR_IMPORTS.contains(name)) {
            refuse(token, "\"import " + name + ".*\" is not available in a migration.", "Name the classes you need.");
        }
    }

    private void refuse(Token token, String sentence, String hint) {
        Location location = new Location(file, token.getLine(), token.getCharPositionInLine() + 1);
        problems.add(Problem.at(location, sentence).withHint(hint));
    }
}
