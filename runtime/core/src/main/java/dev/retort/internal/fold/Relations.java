package dev.retort.internal.fold;

import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.sql.SqlToken;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The tables and views that a query or the statements of a trigger read or write: what follows {@code FROM},
 * {@code JOIN}, {@code INTO}, {@code UPDATE} and a comma among these, and is no function and no query of its own.
 */
public final class Relations {

    private static final Set<String> FROM_OPENS = Set.of("FROM", "JOIN", "INTO", "UPDATE", "USING");
    private static final Set<String> SKIPPED =
            Set.of("ONLY", "LATERAL", "OR", "REPLACE", "IGNORE", "ABORT", "FAIL", "ROLLBACK");
    /** With what a query goes on after its FROM. */
    static final Set<String> CLAUSES = Set.of(
            "WHERE",
            "GROUP",
            "ORDER",
            "HAVING",
            "LIMIT",
            "OFFSET",
            "UNION",
            "INTERSECT",
            "EXCEPT",
            "WINDOW",
            "FETCH",
            "FOR");

    private static final Set<String> FROM_CLOSES =
            SqlNames.words(CLAUSES, "RETURNING", "SET", "SELECT", "VALUES", "ON", "DEFAULT");
    /** Functions whose arguments have a FROM of their own. */
    private static final Set<String> SPEAKING = Set.of("EXTRACT", "SUBSTRING", "TRIM", "OVERLAY", "POSITION");

    private final SqlNames names;
    private final List<SqlToken> tokens;
    private final Set<String> queries = new TreeSet<>();
    private final List<Reference> found = new ArrayList<>();
    private int at;

    /**
     * Where a table or a view is named.
     *
     * @param first the index of the name's first token among those that say something
     * @param last of its last one
     */
    record Reference(QualifiedName name, int first, int last) {}

    private Relations(SqlNames names, List<SqlToken> tokens) {
        this.names = names;
        this.tokens = tokens;
    }

    /** @param sql a query, or statements */
    public static Set<QualifiedName> in(String sql, SqlNames names) {
        Set<QualifiedName> all = new LinkedHashSet<>();
        references(names.tokens(sql), names).forEach(reference -> all.add(reference.name()));
        return all;
    }

    /** In the order of the text. */
    static List<Reference> references(List<SqlToken> tokens, SqlNames names) {
        Relations relations = new Relations(names, tokens);
        relations.collectQueries();
        relations.collect();
        return relations.found;
    }

    /** {@code WITH name [(columns)] AS [[NOT] MATERIALIZED] (}: a name that means a query. */
    private void collectQueries() {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            boolean opens = i > 0
                    && (tokens.get(i - 1).isWord("WITH")
                            || tokens.get(i - 1).isWord("RECURSIVE")
                            || tokens.get(i - 1).isSymbol(","));
            int after = tokens.get(i + 1).isSymbol("(") ? closing(i + 1) + 1 : i + 1;
            if (opens && SqlNames.isIdentifier(tokens.get(i)) && isQuery(after)) {
                queries.add(names.name(tokens.get(i)));
            }
        }
    }

    private boolean isQuery(int as) {
        if (!isWord(as, "AS")) {
            return false;
        }
        int next = as + 1;
        next += isWord(next, "NOT") ? 1 : 0;
        next += isWord(next, "MATERIALIZED") ? 1 : 0;
        return isSymbol(next, "(");
    }

    private void collect() {
        Deque<Boolean> outer = new ArrayDeque<>();
        boolean inFrom = false;
        boolean expected = false;
        for (at = 0; at < tokens.size(); at++) {
            SqlToken token = tokens.get(at);
            String word = token.kind() == SqlToken.Kind.WORD ? token.upper() : "";
            if (token.isSymbol("(")) {
                boolean list =
                        expected && !isWord(at + 1, "SELECT") && !isWord(at + 1, "WITH") && !isWord(at + 1, "VALUES");
                outer.push(inFrom);
                if (at > 0
                        && tokens.get(at - 1).kind() == SqlToken.Kind.WORD
                        && SPEAKING.contains(tokens.get(at - 1).upper())) {
                    at = closing(at) - 1;
                }
                inFrom = list;
                expected = list;
            } else if (token.isSymbol(")")) {
                inFrom = !outer.isEmpty() && outer.pop();
                expected = false;
            } else if (token.isSymbol(",")) {
                expected = inFrom;
            } else if (token.isSymbol(";")) {
                inFrom = false;
                expected = false;
            } else if (word.equals("FROM") && at > 0 && isWord(at - 1, "DISTINCT") && at > 1 && isIs(at - 2)) {
                expected = false;
            } else if (FROM_OPENS.contains(word) && !isOther(word)) {
                inFrom = true;
                expected = true;
            } else if (FROM_CLOSES.contains(word)) {
                inFrom = inFrom && word.equals("ON");
                expected = false;
            } else if (expected && SqlNames.isIdentifier(token) && !SKIPPED.contains(word)) {
                relation();
                expected = false;
            }
        }
    }

    /** {@code JOIN … USING (a)}, {@code FOR UPDATE}, {@code DO UPDATE}, {@code ON UPDATE}. */
    private boolean isOther(String word) {
        return word.equals("USING") && isSymbol(at + 1, "(")
                || word.equals("UPDATE")
                        && (isWord(at - 1, "FOR")
                                || isWord(at - 1, "DO")
                                || isWord(at - 1, "ON")
                                || isWord(at - 1, "KEY"));
    }

    private boolean isIs(int index) {
        return isWord(index, "IS") || isWord(index, "NOT");
    }

    private void relation() {
        int start = at;
        String first = names.name(tokens.get(at));
        String second = null;
        if (isSymbol(at + 1, ".") && at + 2 < tokens.size()) {
            second = names.name(tokens.get(at + 2));
            at += 2;
        }
        boolean called = isSymbol(at + 1, "(") && !precededByInto();
        if (!called && second != null) {
            found.add(new Reference(new QualifiedName(first, second), start, at));
        } else if (!called && !queries.contains(first)) {
            found.add(new Reference(QualifiedName.of(first), start, at));
        }
    }

    /** The columns of an {@code INSERT} are in brackets, as arguments are. */
    private boolean precededByInto() {
        int before = at - 1;
        while (before >= 0 && (tokens.get(before).isSymbol(".") || SqlNames.isIdentifier(tokens.get(before)))) {
            if (tokens.get(before).isWord("INTO")) {
                return true;
            }
            before--;
        }
        return false;
    }

    private boolean isWord(int index, String word) {
        return index >= 0 && index < tokens.size() && tokens.get(index).isWord(word);
    }

    private boolean isSymbol(int index, String symbol) {
        return index >= 0 && index < tokens.size() && tokens.get(index).isSymbol(symbol);
    }

    private int closing(int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += tokens.get(i).isSymbol("(") ? 1 : tokens.get(i).isSymbol(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size() - 1;
    }
}
