package dev.retort.internal.difference;

import dev.retort.internal.fold.FoldingRules;
import dev.retort.internal.fold.SqlNames;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Routine;
import dev.retort.internal.schema.View;
import dev.retort.internal.sql.SqlLexer;
import dev.retort.internal.sql.SqlToken;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What routines and views need of each other. A routine that takes or gives the rows of a view needs it, in whatever
 * language it is; one in SQL also needs what it reads and calls, which the server looks at when it is created.
 */
final class RoutineNeeds {

    private final FoldingRules rules;
    private final SqlNames names;
    private final Map<Routine, ReadRelations> reads = new HashMap<>();
    private final Map<Routine, Set<String>> calls = new HashMap<>();
    private final Map<View, Set<String>> called = new HashMap<>();

    RoutineNeeds(FoldingRules rules) {
        this.rules = rules;
        this.names = new SqlNames(rules);
    }

    static boolean isSql(Routine routine) {
        return routine.language().equalsIgnoreCase("sql");
    }

    String key(Routine routine) {
        return rules.key(routine.signature().name().name());
    }

    /** Whether the routine can be created only where the view is. */
    boolean needs(Routine routine, QualifiedName view) {
        return names(routine, view) || isSql(routine) && reads(routine, view);
    }

    /** Whether the view cannot be dropped where the routine is. */
    boolean holds(Routine routine, QualifiedName view) {
        return names(routine, view) || isOfStatement(routine) && reads(routine, view);
    }

    private boolean reads(Routine routine, QualifiedName view) {
        return reads.computeIfAbsent(routine, each -> ReadRelations.of(each, rules))
                .reads(view);
    }

    private boolean names(Routine routine, QualifiedName view) {
        ColumnType returns = routine.returns();
        ColumnType single = returns instanceof ColumnType.Array array ? array.element() : returns;
        return names.mentions(Objects.requireNonNullElse(routine.signature().types(), ""), view.name())
                || single instanceof ColumnType.Named named && names.mentions(named.sql(), view.name());
    }

    /** Whether its statements are parts of its definition, so that the server knows what they are about. */
    private boolean isOfStatement(Routine routine) {
        List<SqlToken> words = SqlLexer.tokens(routine.body(), rules.syntax()).stream()
                .filter(token -> !token.isBlank())
                .limit(2)
                .toList();
        return isSql(routine)
                && words.size() == 2
                && (words.get(0).isWord("RETURN")
                        || words.get(0).isWord("BEGIN") && words.get(1).isWord("ATOMIC"));
    }

    boolean calls(View view, Routine routine) {
        return called.computeIfAbsent(view, each -> names.called(each.query())).contains(key(routine));
    }

    boolean calls(Routine routine, Routine other) {
        return calls(routine).contains(key(other));
    }

    /** The names of the routines that one in SQL calls. */
    Set<String> calls(Routine routine) {
        return calls.computeIfAbsent(routine, each -> isSql(each) ? names.called(each.body()) : Set.of());
    }
}
