package dev.retort.internal.fold;

import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The query of a view, when what it reads gets other names or columns. A database either keeps the columns that the view was
 * created with, under their names, or reads its text again each time. Empty where the text does not reveal what becomes of
 * it.
 */
final class ViewQuery {

    /** What follows a table that has no other name in the query. */
    private static final Set<String> AFTER_TABLE = SqlNames.words(
            Relations.CLAUSES,
            "JOIN",
            "INNER",
            "LEFT",
            "RIGHT",
            "FULL",
            "CROSS",
            "NATURAL",
            "ON",
            "USING",
            "TABLESAMPLE",
            "INDEXED",
            "NOT");

    private final WorkingSchema schema;
    private final String query;
    private final List<SqlToken> tokens;
    private final List<Relations.Reference> references;
    private final ReplacedTokens replacements = new ReplacedTokens();

    ViewQuery(WorkingSchema schema, String query) {
        this.schema = schema;
        this.query = query;
        this.tokens = schema.names.tokens(query);
        this.references = Relations.references(tokens, schema.names);
    }

    // ---- another name of a table ----

    /** After the table or view got another name. */
    Optional<String> withTable(QualifiedName old, QualifiedName renamed) {
        boolean own = false;
        for (Relations.Reference reference : references) {
            if (schema.same(reference.name(), old)) {
                own |= !hasAlias(reference);
                replacements.put(
                        reference.first(), reference.last(), written(renamed, reference.first() < reference.last()));
            }
        }
        for (int i = 0; own && i + 1 < tokens.size(); i++) {
            boolean qualifies = isName(i, old.name()) && tokens.get(i + 1).isSymbol(".") && !isReference(i);
            if (qualifies && (isSymbol(i - 1, ".") || isSymbol(i + 3, "."))) {
                return Optional.empty();
            } else if (qualifies) {
                replacements.put(i, i, schema.rules.quote(renamed.name()));
            }
        }
        return Optional.of(replacements.in(query, tokens));
    }

    private String written(QualifiedName name, boolean qualified) {
        String own = schema.rules.quote(name.name());
        String home = name.schema() == null ? schema.rules.home() : name.schema();
        return qualified ? schema.rules.quote(home) + "." + own : own;
    }

    private boolean isReference(int token) {
        return references.stream().anyMatch(each -> each.first() <= token && token <= each.last());
    }

    private boolean hasAlias(Relations.Reference reference) {
        int next = reference.last() + 1;
        return next < tokens.size()
                && SqlNames.isIdentifier(tokens.get(next))
                && !(tokens.get(next).kind() == SqlToken.Kind.WORD
                        && AFTER_TABLE.contains(tokens.get(next).upper()));
    }

    // ---- another name of a column ----

    /** After a column of the only table that is read got another name. */
    Optional<String> withColumn(String old, String newName) {
        if (!isPlain()) {
            return Optional.empty();
        }
        int from = tokenOf("FROM");
        boolean keeps = schema.rules.viewsKeepColumns();
        for (Item item : items(from)) {
            boolean named = item.mentions(old);
            if (keeps && (item.isStar() || named && item.isAliasUnclear())) {
                return Optional.empty();
            } else if (named && keeps && item.isColumn()) {
                replacements.put(
                        item.last(), item.last(), schema.rules.quote(newName) + " AS " + schema.rules.quote(old));
            }
        }
        for (int i = 0; i < tokens.size(); i++) {
            if (isColumn(i, old) && !replacements.has(i)) {
                replacements.put(i, i, schema.rules.quote(newName));
            }
        }
        return Optional.of(replacements.in(query, tokens));
    }

    /** With its star as the columns that it means; the same where it has none. */
    Optional<String> withoutStar(List<String> columns) {
        int from = tokenOf("FROM");
        boolean star = from > 0 && items(from).stream().anyMatch(Item::isStar);
        if (!star) {
            return Optional.of(query);
        } else if (!isPlain()) {
            return Optional.empty();
        }
        for (Item item : items(from)) {
            if (item.isStar()) {
                String prefix = item.first() == item.last()
                        ? ""
                        : tokens.get(item.first()).text() + ".";
                List<String> all = columns.stream()
                        .map(each -> prefix + schema.rules.quote(each))
                        .toList();
                replacements.put(item.first(), item.last(), String.join(", ", all));
            }
        }
        return Optional.of(replacements.in(query, tokens));
    }

    /** One SELECT over one table: a name of a column can be none of another one. */
    private boolean isPlain() {
        return references.size() == 1
                && !tokens.isEmpty()
                && tokens.get(0).isWord("SELECT")
                && tokens.stream().filter(token -> token.isWord("SELECT")).count() == 1
                && tokenOf("FROM") > 0
                && tokens.stream().noneMatch(token -> token.isWord("WITH") || token.isWord("DISTINCT"));
    }

    private int tokenOf(String word) {
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            depth += tokens.get(i).isSymbol("(") ? 1 : tokens.get(i).isSymbol(")") ? -1 : 0;
            if (depth == 0 && tokens.get(i).isWord(word)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isColumn(int token, String column) {
        return schema.names.isColumn(tokens, token) && isName(token, column) && !isReference(token);
    }

    private boolean isName(int token, String name) {
        return SqlNames.isIdentifier(tokens.get(token)) && schema.names.is(tokens.get(token), name);
    }

    private boolean isSymbol(int token, String symbol) {
        return token >= 0 && token < tokens.size() && tokens.get(token).isSymbol(symbol);
    }

    /** What is between SELECT and FROM, cut at its commas. */
    private List<Item> items(int from) {
        List<Item> items = new ArrayList<>();
        int depth = 0;
        int first = 1;
        for (int i = 1; i <= from; i++) {
            depth += tokens.get(i).isSymbol("(") ? 1 : tokens.get(i).isSymbol(")") ? -1 : 0;
            if (i == from || depth == 0 && tokens.get(i).isSymbol(",")) {
                items.add(new Item(first, i - 1));
                first = i + 1;
            }
        }
        return items;
    }

    /** What a column of the view is. */
    private final class Item {
        private final int first;
        private final int last;

        Item(int first, int last) {
            this.first = first;
            this.last = last;
        }

        int first() {
            return first;
        }

        int last() {
            return last;
        }

        boolean mentions(String column) {
            for (int i = first; i <= last; i++) {
                if (ViewQuery.this.isColumn(i, column)) {
                    return true;
                }
            }
            return false;
        }

        /** {@code *} or {@code t.*}. */
        boolean isStar() {
            return isSymbol(last, "*") && (first == last || first + 2 == last && isSymbol(first + 1, "."));
        }

        /** {@code a} or {@code t.a}. */
        boolean isColumn() {
            return SqlNames.isIdentifier(tokens.get(last))
                    && (first == last || first + 2 == last && isSymbol(first + 1, "."));
        }

        /** Neither a column alone, nor a call alone, nor with a name that AS gives it: its name may be the column's. */
        boolean isAliasUnclear() {
            boolean given = last - 1 > first && tokens.get(last - 1).isWord("AS");
            boolean called = first < last
                    && SqlNames.isIdentifier(tokens.get(first))
                    && isSymbol(first + 1, "(")
                    && closing(first + 1) == last;
            return !isColumn() && !given && !called;
        }

        private int closing(int open) {
            int depth = 0;
            for (int i = open; i <= last; i++) {
                depth += isSymbol(i, "(") ? 1 : isSymbol(i, ")") ? -1 : 0;
                if (depth == 0) {
                    return i;
                }
            }
            return last + 1;
        }
    }
}
