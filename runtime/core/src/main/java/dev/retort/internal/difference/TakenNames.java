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
import dev.retort.internal.schema.SchemaObject;
import dev.retort.internal.schema.Table;
import dev.retort.internal.schema.View;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names that what is created gets from a table that is dropped, or from an index of it: they are given up before. */
final class TakenNames {

    private static final Set<ObjectKind> KINDS = EnumSet.of(
            ObjectKind.VIEW,
            ObjectKind.SEQUENCE,
            ObjectKind.ENUM_TYPE,
            ObjectKind.COMPOSITE_TYPE,
            ObjectKind.DOMAIN,
            ObjectKind.VIRTUAL_TABLE);

    private final FoldingRules rules;
    /** Of indexes, and of constraints that have one. */
    private final Set<QualifiedName> names = new HashSet<>();
    /** Of what else a table cannot share its name with, or the type that its rows have. */
    private final Set<QualifiedName> others = new HashSet<>();

    TakenNames(Schema to, FoldingRules rules) {
        this.rules = rules;
        to.tables().forEach(table -> {
            table.indexes().forEach(index -> names.add(name(table.name(), index.name())));
            table.constraints().stream()
                    .filter(this::hasIndex)
                    .forEach(constraint -> names.add(name(table.name(), String.valueOf(constraint.name()))));
        });
        to.all(View.class).forEach(view -> view.indexes().forEach(index -> names.add(name(view.name(), index.name()))));
        for (SchemaObject object : to.objects().values()) {
            if (KINDS.contains(object.objectName().kind())) {
                QualifiedName name = object.objectName().name();
                others.add(name(name, name.name()));
            }
        }
    }

    /** When to drop what is no table: before a table or a view of the same name is created, which nothing of it can use then. */
    static Phase dropping(QualifiedName name, Schema to, Phase usual) {
        boolean taken = to.table(name).isPresent() || to.view(name).isPresent();
        return taken ? Phase.DROPPED_FIRST : usual;
    }

    /** Whether something of another kind gets the name of a table. */
    boolean isTaken(QualifiedName table) {
        QualifiedName name = name(table, table.name());
        return names.contains(name) || others.contains(name);
    }

    /** Where constraints are objects, as those are that can be dropped with what refers to them. */
    private boolean hasIndex(Constraint constraint) {
        return rules.checksReferences()
                && constraint.name() != null
                && !(constraint instanceof Constraint.ForeignKey)
                && !(constraint instanceof Constraint.Check);
    }

    private QualifiedName name(QualifiedName relation, String part) {
        return new QualifiedName(relation.schema(), rules.key(part));
    }

    /** The table that is to be dropped, without what is dropped before. */
    Table leftIn(Table table, Changes changes) {
        List<Index> indexes = new ArrayList<>();
        for (Index index : table.indexes()) {
            if (names.contains(name(table.name(), index.name()))) {
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
            if (hasIndex(constraint) && names.contains(name(table.name(), name))) {
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
