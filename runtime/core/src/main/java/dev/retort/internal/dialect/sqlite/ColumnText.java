package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.dialect.sqlite.Clause.Kind;
import dev.retort.internal.sql.SqlToken;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A column as its table's text spells it; every edit leaves the rest of the text as it is.
 *
 * @param nameEnd where the name ends
 * @param typeEnd where the type ends; {@code nameEnd} when there is none
 */
record ColumnText(String text, String name, int nameEnd, int typeEnd, List<Clause> clauses) {

    static ColumnText parse(String text) {
        List<SqlToken> tokens = Names.tokens(text);
        int at = 1;
        while (at < tokens.size() && !Clause.begins(tokens, at)) {
            at = tokens.get(at).isSymbol("(") ? Clause.closing(tokens, at) + 1 : at + 1;
        }
        return new ColumnText(
                text,
                Names.read(tokens.get(0)),
                tokens.get(0).end(),
                tokens.get(at - 1).end(),
                Clause.parse(tokens, at));
    }

    /** The declared type without comments; empty when there is none. */
    String type() {
        StringBuilder type = new StringBuilder();
        for (SqlToken token : Names.tokens(text.substring(nameEnd, typeEnd))) {
            boolean glued = type.isEmpty() || token.isSymbol("(") || token.isSymbol(")") || token.isSymbol(",");
            type.append(glued || type.charAt(type.length() - 1) == '(' ? "" : " ")
                    .append(token.text());
        }
        return type.toString();
    }

    Optional<Clause> clause(Kind kind) {
        return clauses.stream().filter(clause -> clause.kind() == kind).findFirst();
    }

    boolean generated() {
        return clause(Kind.GENERATED).isPresent();
    }

    ColumnText withType(String type) {
        String separator = type.isEmpty() ? "" : " ";
        return splice(nameEnd, typeEnd, separator + type);
    }

    ColumnText withNullable(boolean nullable) {
        ColumnText changed = without(Kind.NULL);
        if (nullable) {
            return changed.without(Kind.NOT_NULL);
        }
        return changed.clause(Kind.NOT_NULL).isPresent() ? changed : changed.afterType("NOT NULL");
    }

    /** @param collation null means the database's own */
    ColumnText withCollation(@Nullable String collation) {
        ColumnText changed = without(Kind.COLLATE);
        return collation == null ? changed : changed.afterType("COLLATE " + Names.quote(collation));
    }

    /** @param value the default as SQL; null takes it away */
    ColumnText withDefault(@Nullable String value) {
        ColumnText changed = without(Kind.DEFAULT);
        return value == null ? changed : changed.with("DEFAULT " + value);
    }

    /** With one more clause, after all others. */
    ColumnText with(String clause) {
        int end = clauses.isEmpty() ? typeEnd : clauses.get(clauses.size() - 1).end();
        return splice(end, end, " " + clause);
    }

    ColumnText without(Clause clause) {
        int start = clause.start();
        while (start > typeEnd && text.charAt(start - 1) == ' ') {
            start--;
        }
        return splice(start, clause.end(), "");
    }

    private ColumnText without(Kind kind) {
        ColumnText changed = this;
        for (Optional<Clause> clause = clause(kind); clause.isPresent(); clause = changed.clause(kind)) {
            changed = changed.without(clause.get());
        }
        return changed;
    }

    private ColumnText afterType(String clause) {
        return splice(typeEnd, typeEnd, " " + clause);
    }

    private ColumnText splice(int start, int end, String replacement) {
        return parse(text.substring(0, start) + replacement + text.substring(end));
    }
}
