package dev.retort.internal.difference;

import dev.retort.internal.fold.FoldingRules;
import dev.retort.internal.fold.Relations;
import dev.retort.internal.fold.SqlNames;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.View;
import java.util.Objects;
import java.util.Set;

/** What a view reads. */
record ReadRelations(Set<QualifiedName> relations, FoldingRules rules) {

    static ReadRelations of(View view, FoldingRules rules) {
        return new ReadRelations(Relations.in(view.query(), new SqlNames(rules)), rules);
    }

    boolean reads(QualifiedName name) {
        return relations.stream()
                .anyMatch(each -> rules.same(each.name(), name.name())
                        && (Objects.equals(each.schema(), name.schema())
                                || name.schema() == null && rules.home().equals(each.schema())));
    }
}
