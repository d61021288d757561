package dev.retort.internal.ddl;

import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.sql.SqlToken;
import dev.retort.internal.sql.SqlToken.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Goes through the tokens of a statement or of a part of it, without spaces and comments. */
final class Cursor {

    private static final Map<String, String> CLOSED_BY = Map.of("(", ")", "[", "]", "CASE", "END");

    private final DdlStatement statement;
    private final List<SqlToken> tokens;
    private int at;

    Cursor(DdlStatement statement, List<SqlToken> tokens) {
        this.statement = statement;
        this.tokens = tokens;
    }

    Grammar grammar() {
        return statement.grammar;
    }

    SearchPath path() {
        return statement.path;
    }

    /** What is uncertain where the rest is not understood. */
    void about(ObjectName... names) {
        statement.about(List.of(names));
    }

    void about(List<ObjectName> names) {
        statement.about(names);
    }

    boolean done() {
        return at >= tokens.size();
    }

    /** The token that many after the next one; after the last one, a symbol of no text. */
    SqlToken peek(int ahead) {
        return at + ahead < tokens.size()
                ? tokens.get(at + ahead)
                : new SqlToken(Kind.SYMBOL, "", statement.text.length());
    }

    SqlToken next() {
        if (done()) {
            throw new NotUnderstood();
        }
        return tokens.get(at++);
    }

    boolean is(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!peek(i).isWord(words[i])) {
                return false;
            }
        }
        return true;
    }

    boolean isAny(Set<String> words) {
        return peek(0).kind() == Kind.WORD && words.contains(peek(0).upper());
    }

    boolean isSymbol(String symbol) {
        return peek(0).isSymbol(symbol);
    }

    /** Goes past the words, where they are next. */
    boolean skip(String... words) {
        boolean next = is(words);
        at += next ? words.length : 0;
        return next;
    }

    boolean skipSymbol(String symbol) {
        boolean next = isSymbol(symbol);
        at += next ? 1 : 0;
        return next;
    }

    void expect(String... words) {
        check(skip(words));
    }

    void expectSymbol(String symbol) {
        check(skipSymbol(symbol));
    }

    static void check(boolean understood) {
        if (!understood) {
            throw new NotUnderstood();
        }
    }

    /** Nothing is left over. */
    void end() {
        check(done());
    }

    /** Back to where this part begins. */
    void restart() {
        at = 0;
    }

    /** Everything that is left is passed over. */
    void skipRest() {
        at = tokens.size();
    }

    /** The word in capitals. */
    String word() {
        check(peek(0).kind() == Kind.WORD);
        return next().upper();
    }

    String name() {
        SqlToken token = next();
        // U&"…" spells a name by code points.
        check(!(peek(0).isSymbol("&") && peek(0).start() == token.end()));
        return grammar().name(token).orElseThrow(NotUnderstood::new);
    }

    /** The name of a table or another object, in the schema that it is looked for. */
    QualifiedName qualified() {
        String first = name();
        if (!skipSymbol(".")) {
            return statement.path.resolve(first);
        }
        String second = name();
        return skipSymbol(".") ? new QualifiedName(second, name()) : new QualifiedName(first, second);
    }

    /** The same where a schema that is not written is not looked for. */
    QualifiedName unresolved() {
        String first = name();
        return skipSymbol(".") ? new QualifiedName(first, name()) : QualifiedName.of(first);
    }

    /** The name, where one is next. */
    Optional<String> optionalName() {
        return done() ? Optional.empty() : grammar().name(next());
    }

    String string() {
        return Literals.string(next());
    }

    long number() {
        boolean negative = isSymbol("-");
        if (negative || isSymbol("+")) {
            next();
        }
        SqlToken token = next();
        check(token.kind() == Kind.NUMBER && token.text().matches("\\d{1,18}|9223372036854775807"));
        long number = Long.parseLong(token.text());
        return negative ? -number : number;
    }

    /** What is between the brackets that open here. */
    Cursor brackets() {
        check(isSymbol("("));
        int open = at;
        pass();
        return new Cursor(statement, tokens.subList(open + 1, at - 1));
    }

    /** The names between the brackets that open here. */
    List<String> names() {
        return brackets().parts().stream().map(Cursor::onlyName).toList();
    }

    String onlyString() {
        String string = string();
        end();
        return string;
    }

    String onlyName() {
        String name = name();
        end();
        return name;
    }

    /** What is left, cut at its commas; nothing where nothing is left. */
    List<Cursor> parts() {
        List<Cursor> parts = new ArrayList<>();
        while (!done()) {
            int start = at;
            while (!done() && !isSymbol(",")) {
                pass();
            }
            check(at > start);
            parts.add(new Cursor(statement, tokens.subList(start, at)));
            check(!skipSymbol(",") || !done());
        }
        return parts;
    }

    /** Past one token, or past all from an opening bracket or a CASE to its end. */
    private void pass() {
        Deque<String> open = new ArrayDeque<>();
        do {
            SqlToken token = next();
            String close = CLOSED_BY.get(token.upper());
            if (close != null && token.kind() != Kind.QUOTED_IDENTIFIER) {
                open.push(close);
            } else if (!open.isEmpty() && token.upper().equals(open.peek())) {
                open.pop();
            } else {
                check(!token.isSymbol(")") && !token.isSymbol("]"));
            }
        } while (!open.isEmpty());
    }

    /** An expression up to a token outside of all brackets, or to the end; never empty. */
    Cursor until(Predicate<Cursor> stop) {
        int start = at;
        do {
            pass();
        } while (!done() && !stop.test(this));
        return new Cursor(statement, tokens.subList(start, at));
    }

    /** The token before the next one. */
    SqlToken before() {
        return at == 0 ? new SqlToken(Kind.SYMBOL, "", 0) : tokens.get(at - 1);
    }

    /** What is left, as it is written but for its comments. */
    String rest() {
        StringBuilder written = new StringBuilder();
        for (int i = at; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            if (i > at) {
                String gap = statement.text.substring(tokens.get(i - 1).end(), token.start());
                written.append(gap.isBlank() ? gap : " ");
            }
            written.append(token.text());
        }
        skipRest();
        return written.toString();
    }

    /** What is left, with its comments. */
    String whole() {
        check(!done());
        String whole = statement.text.substring(
                peek(0).start(), tokens.get(tokens.size() - 1).end());
        skipRest();
        return whole;
    }

    /** A text within the statement, read as the statement is. */
    Cursor of(String text) {
        DdlStatement inner = new DdlStatement(text, statement.grammar, statement.path);
        return inner.cursor();
    }

    /** What is left without the last tokens. */
    Cursor withoutLast(int count) {
        return new Cursor(statement, tokens.subList(at, Math.max(at, tokens.size() - count)));
    }

    int left() {
        return tokens.size() - at;
    }

    /** Whether these are the last words. */
    boolean endsWith(String... words) {
        int from = tokens.size() - words.length;
        boolean same = from >= at;
        for (int i = 0; same && i < words.length; i++) {
            same = tokens.get(from + i).isWord(words[i]);
        }
        return same;
    }
}
