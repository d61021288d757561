package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A constraint, default, collation or computation within the text of a column or of a table.
 *
 * @param name what stands after {@code CONSTRAINT}; null when nothing does
 * @param tokens its own, without spaces and comments, {@code CONSTRAINT name} left out
 * @param start where it begins in the text, with its {@code CONSTRAINT name}
 * @param end where it ends
 */
record Clause(Kind kind, @Nullable String name, List<SqlToken> tokens, int start, int end) {

    enum Kind {
        PRIMARY_KEY,
        UNIQUE,
        CHECK,
        FOREIGN_KEY,
        NOT_NULL,
        NULL,
        DEFAULT,
        COLLATE,
        GENERATED,
        /** A name without a constraint; SQLite allows it. */
        NOTHING
    }

    /** The word after one of these is a name or a value, never the beginning of a clause. */
    private static final Set<String> TAKES_A_WORD = Set.of("COLLATE", "REFERENCES", "MATCH", "CONFLICT", "SET");

    Clause {
        tokens = List.copyOf(tokens);
    }

    /** Whether it stands there itself; another column may have one that is equal. */
    @SuppressWarnings("ReferenceEquality")
    boolean isAmong(List<Clause> clauses) {
        return clauses.stream().anyMatch(each -> each == this);
    }

    boolean has(String word) {
        return tokens.stream().anyMatch(token -> token.isWord(word));
    }

    /** Its words, without regard to spaces and quotes. */
    List<String> text() {
        return tokens.stream().map(Names::read).toList();
    }

    /** What stands between the first brackets, as it stands. */
    String inBrackets() {
        int open = indexOf(tokens, "(");
        int close = closing(tokens, open);
        StringBuilder text = new StringBuilder();
        int end = -1;
        for (SqlToken token : tokens.subList(open + 1, close)) {
            // Comments and line ends between two tokens say nothing; one space keeps words apart.
            text.append(end >= 0 && token.start() > end ? " " : "").append(token.text());
            end = token.end();
        }
        return text.toString();
    }

    /** The text it stands in, with another name for it. */
    String renamed(String text, String newName) {
        return text.substring(0, start) + "CONSTRAINT " + Names.quote(newName) + " "
                + text.substring(tokens.get(0).start());
    }

    /** What {@code ON CONFLICT} asks for; null when nothing, or what is done anyway. */
    @Nullable
    String onConflict() {
        for (int i = 1; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).isWord("CONFLICT") && tokens.get(i - 1).isWord("ON")) {
                String action = tokens.get(i + 1).upper();
                return action.equals("ABORT") ? null : action;
            }
        }
        return null;
    }

    /** The table that a foreign key refers to. */
    String referenced() {
        int at = 0;
        while (!tokens.get(at).isWord("REFERENCES")) {
            at++;
        }
        return Names.read(tokens.get(at + 1));
    }

    /** The names in the first brackets after a word; empty when there are none. */
    List<String> namesAfter(String word) {
        int at = 0;
        while (at < tokens.size() && !tokens.get(at).isWord(word)) {
            at++;
        }
        List<String> names = new ArrayList<>();
        int open = word.equals("REFERENCES") ? at + 2 : at + 1;
        if (open < tokens.size() && tokens.get(open).isSymbol("(")) {
            int close = closing(tokens, open);
            boolean first = true;
            for (SqlToken token : tokens.subList(open + 1, close)) {
                if (first) {
                    names.add(Names.read(token));
                }
                first = token.isSymbol(",");
            }
        }
        return names;
    }

    static int indexOf(List<SqlToken> tokens, String symbol) {
        int at = 0;
        while (at < tokens.size() && !tokens.get(at).isSymbol(symbol)) {
            at++;
        }
        return at;
    }

    /** Where the bracket that opens there is closed. */
    static int closing(List<SqlToken> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += tokens.get(i).isSymbol("(") ? 1 : tokens.get(i).isSymbol(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalStateException("a bracket that is never closed in " + tokens);
    }

    /** All clauses from a token on. */
    static List<Clause> parse(List<SqlToken> tokens, int from) {
        List<Clause> clauses = new ArrayList<>();
        int at = from;
        while (at < tokens.size()) {
            int start = at;
            String name = null;
            if (tokens.get(at).isWord("CONSTRAINT") && at + 1 < tokens.size()) {
                name = Names.read(tokens.get(at + 1));
                at += 2;
            }
            Kind kind = kind(tokens, at);
            int body = at;
            at = end(tokens, at, kind);
            clauses.add(new Clause(
                    kind,
                    name,
                    tokens.subList(body, at),
                    tokens.get(start).start(),
                    tokens.get(at - 1).end()));
        }
        return clauses;
    }

    /** Whether a clause begins at a token of a column's text. */
    static boolean begins(List<SqlToken> tokens, int at) {
        return tokens.get(at).isWord("CONSTRAINT") || kind(tokens, at) != Kind.NOTHING;
    }

    private static Kind kind(List<SqlToken> tokens, int at) {
        if (at >= tokens.size()) {
            return Kind.NOTHING;
        }
        boolean more = at + 1 < tokens.size();
        return switch (tokens.get(at).upper()) {
            case "PRIMARY" -> Kind.PRIMARY_KEY;
            case "UNIQUE" -> Kind.UNIQUE;
            case "CHECK" -> Kind.CHECK;
            case "FOREIGN", "REFERENCES" -> Kind.FOREIGN_KEY;
            case "NOT" -> more && tokens.get(at + 1).isWord("NULL") ? Kind.NOT_NULL : Kind.NOTHING;
            case "NULL" -> Kind.NULL;
            case "DEFAULT" -> Kind.DEFAULT;
            case "COLLATE" -> Kind.COLLATE;
            case "GENERATED" -> more && tokens.get(at + 1).isWord("ALWAYS") ? Kind.GENERATED : Kind.NOTHING;
            case "AS" -> Kind.GENERATED;
            default -> Kind.NOTHING;
        };
    }

    private static int end(List<SqlToken> tokens, int start, Kind kind) {
        int at = start;
        if (kind == Kind.DEFAULT) {
            at = afterDefault(tokens, start);
        } else if (kind == Kind.NOT_NULL) {
            at = start + 2;
        } else if (kind == Kind.GENERATED) {
            at = closing(tokens, start + indexOf(tokens.subList(start, tokens.size()), "(")) + 1;
        } else if (kind != Kind.NOTHING) {
            at = after(tokens, start);
        }
        boolean references = tokens.size() > start && tokens.get(start).isWord("REFERENCES");
        while (at < tokens.size()) {
            boolean belongs =
                    kind == Kind.FOREIGN_KEY && !references && tokens.get(at).isWord("REFERENCES");
            if (begins(tokens, at) && !belongs) {
                break;
            }
            references |= belongs;
            at = after(tokens, at);
        }
        return Math.min(at, tokens.size());
    }

    /** Behind the token, with its brackets or the one word it takes. */
    private static int after(List<SqlToken> tokens, int at) {
        if (tokens.get(at).isSymbol("(")) {
            return closing(tokens, at) + 1;
        }
        return TAKES_A_WORD.contains(tokens.get(at).upper()) ? at + 2 : at + 1;
    }

    /** A default is one value, perhaps with a sign, or an expression in brackets; {@code x'00'} is two tokens. */
    private static int afterDefault(List<SqlToken> tokens, int start) {
        int at = start + 1;
        if (tokens.get(at).isSymbol("(")) {
            return closing(tokens, at) + 1;
        }
        if (tokens.get(at).isSymbol("-") || tokens.get(at).isSymbol("+")) {
            at++;
        }
        boolean blob = tokens.get(at).isWord("X")
                && at + 1 < tokens.size()
                && tokens.get(at + 1).kind() == SqlToken.Kind.STRING
                && tokens.get(at + 1).start() == tokens.get(at).end();
        return blob ? at + 2 : at + 1;
    }
}
