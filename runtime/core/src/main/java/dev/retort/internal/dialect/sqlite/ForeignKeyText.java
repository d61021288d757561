package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Deferral;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.sql.SqlToken;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code REFERENCES parent (column) ON DELETE CASCADE DEFERRABLE …}. */
final class ForeignKeyText {

    private ForeignKeyText() {}

    static Constraint.ForeignKey read(Clause clause, List<String> columns) {
        List<SqlToken> tokens = clause.tokens();
        return new Constraint.ForeignKey(
                clause.name(),
                columns,
                QualifiedName.of(clause.referenced()),
                clause.namesAfter("REFERENCES"),
                action(tokens, "DELETE"),
                action(tokens, "UPDATE"),
                null,
                deferral(tokens),
                false);
    }

    /** SQL's default action is no action; it says nothing to name it. */
    private static @Nullable String action(List<SqlToken> tokens, String event) {
        for (int i = 1; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).isWord(event) && tokens.get(i - 1).isWord("ON")) {
                String word = tokens.get(i + 1).upper();
                boolean two = word.equals("SET") || word.equals("NO");
                String action = two ? word + " " + tokens.get(i + 2).upper() : word;
                return action.equals("NO ACTION") ? null : action;
            }
        }
        return null;
    }

    /** What it says of keys that are null in part, if that is not the usual; SQLite takes the words and forgets them. */
    static boolean hasMatch(Clause clause) {
        return clause.kind() == Clause.Kind.FOREIGN_KEY && clause.has("MATCH") && !clause.has("SIMPLE");
    }

    private static Deferral deferral(List<SqlToken> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).isWord("DEFERRABLE") && !tokens.get(i - 1).isWord("NOT")) {
                boolean deferred = tokens.stream().anyMatch(token -> token.isWord("DEFERRED"));
                return deferred ? Deferral.INITIALLY_DEFERRED : Deferral.INITIALLY_IMMEDIATE;
            }
        }
        return Deferral.NOT_DEFERRABLE;
    }
}
