package dev.retort.internal.lint.rule;

import dev.retort.internal.lint.LintRule;
import java.util.List;
import java.util.stream.Stream;

/** All rules that there are, in the order of the manual. */
public final class AllRules {

    private AllRules() {}

    public static List<LintRule> list() {
        return Stream.of(
                        IndexRules.ALL,
                        ConstraintRules.ALL,
                        ColumnRules.ALL,
                        LockRules.ALL,
                        StatementLockRules.ALL,
                        DataRules.ALL,
                        BreakingRules.ALL,
                        ObjectRules.ALL,
                        KeyRules.ALL,
                        TypeRules.ALL,
                        RevisionRules.ALL,
                        SqlRules.ALL,
                        TasteRules.ALL)
                .flatMap(List::stream)
                .toList();
    }
}
