package dev.retort.internal.difference;

import dev.retort.internal.fold.FoldingRules;
import dev.retort.internal.fold.Relations;
import dev.retort.internal.fold.SqlNames;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Routine;
import dev.retort.internal.schema.View;
import dev.retort.internal.sql.SqlLexer;
import dev.retort.internal.sql.SqlToken;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What a view or a routine reads. */
record ReadRelations(Set<QualifiedName> relations, boolean star, FoldingRules rules) {

    static ReadRelations of(View view, FoldingRules rules) {
        return new ReadRelations(Relations.in(view.query(), new SqlNames(rules)), hasStar(view.query(), rules), rules);
    }

    /** What the statements of a routine read. */
    static ReadRelations of(Routine routine, FoldingRules rules) {
        return new ReadRelations(Relations.in(routine.body(), new SqlNames(rules)), false, rules);
    }

    /** Whether it reads whatever columns there are. */
    private static boolean hasStar(String query, FoldingRules rules) {
        List<SqlToken> tokens = SqlLexer.tokens(query, rules.syntax()).stream()
                .filter(token -> !token.isBlank())
                .toList();
        for (int i = 1; i < tokens.size(); i++) {
            SqlToken before = tokens.get(i - 1);
            boolean all = before.isWord("SELECT") || before.isWord("ALL") || before.isWord("DISTINCT");
            if (tokens.get(i).isSymbol("*") && (all || before.isSymbol(",") || before.isSymbol("."))) {
                return true;
            }
        }
        return false;
    }

    boolean reads(QualifiedName name) {
        return relations.stream()
                .anyMatch(each -> rules.same(each.name(), name.name())
                        && (Objects.equals(each.schema(), name.schema())
                                || name.schema() == null && rules.home().equals(each.schema())));
    }
}
