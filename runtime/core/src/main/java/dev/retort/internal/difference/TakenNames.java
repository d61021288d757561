package dev.retort.internal.difference;

import dev.retort.internal.fold.FoldingRules;
import dev.retort.internal.operation.ConstraintKind;
import dev.retort.internal.operation.DropConstraint;
import dev.retort.internal.operation.DropIndex;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names of indexes that a table which is created gets from one that is dropped later: they are given up before. */
final class TakenNames {

    private final FoldingRules rules;
    private final Set<QualifiedName> names = new HashSet<>();

    TakenNames(Schema to, FoldingRules rules) {
        this.rules = rules;
        to.tables().forEach(table -> {
            table.indexes().forEach(index -> names.add(name(table, index.name())));
            table.constraints().stream()
                    .filter(this::hasIndex)
                    .forEach(constraint -> names.add(name(table, String.valueOf(constraint.name()))));
        });
    }

    /** Where constraints are objects, as those are that can be dropped with what refers to them. */
    private boolean hasIndex(Constraint constraint) {
        return rules.checksReferences()
                && constraint.name() != null
                && !(constraint instanceof Constraint.ForeignKey)
                && !(constraint instanceof Constraint.Check);
    }

    private QualifiedName name(Table table, String part) {
        return new QualifiedName(table.name().schema(), rules.key(part));
    }

    /** The table that is to be dropped, without what is dropped before. */
    Table leftIn(Table table, Changes changes) {
        List<Index> indexes = new ArrayList<>();
        for (Index index : table.indexes()) {
            if (names.contains(name(table, index.name()))) {
                QualifiedName own = new QualifiedName(table.name().schema(), index.name());
                changes.add(
                        Phase.RELEASED_KEYS,
                        ObjectName.of(ObjectKind.INDEX, own),
                        new DropIndex(own, table.name(), false, false, false, index.of(table.name())));
            } else {
                indexes.add(index);
            }
        }
        List<Constraint> constraints = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            String name = String.valueOf(constraint.name());
            if (hasIndex(constraint) && names.contains(name(table, name))) {
                changes.add(
                        Phase.RELEASED_KEYS,
                        new ObjectName(ObjectKind.CONSTRAINT, table.name(), name),
                        new DropConstraint(
                                name, table.name(), constraint.accept(ConstraintKind.OF), false, false, constraint));
            } else {
                constraints.add(constraint);
            }
        }
        return table.withIndexes(indexes).withConstraints(constraints);
    }
}
