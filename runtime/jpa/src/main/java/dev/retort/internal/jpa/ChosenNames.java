package dev.retort.internal.jpa;

import dev.retort.internal.ddl.SqlEffect;
import dev.retort.internal.operation.AddConstraint;
import dev.retort.internal.operation.CreateIndex;
import dev.retort.internal.operation.CreateTable;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names of constraints and indexes that an author chose: neither the database nor Hibernate did. */
final class ChosenNames {

    /** Where its author gave none, Hibernate names a part by a hash of its table and columns, to the base of 35. */
    private static final Pattern HASHED =
            Pattern.compile("(fk|uk|idx)_?(?=[a-y]*[0-9])[0-9a-y]{22,25}", Pattern.CASE_INSENSITIVE);

    private final Set<String> names = new HashSet<>();

    void add(List<SqlEffect> effects) {
        for (SqlEffect effect : effects) {
            if (effect instanceof SqlEffect.Changes changes) {
                add(changes.operation());
            } else if (effect instanceof SqlEffect.Creates creates && creates.object() instanceof Table table) {
                table.constraints().forEach(constraint -> add(constraint.name()));
            }
        }
    }

    private void add(Operation operation) {
        if (operation instanceof CreateTable create) {
            create.table().constraints().forEach(constraint -> add(constraint.name()));
        } else if (operation instanceof AddConstraint added) {
            add(added.constraint().name());
        } else if (operation instanceof CreateIndex create) {
            add(create.index().name());
        }
    }

    private void add(@Nullable String name) {
        if (name != null && !HASHED.matcher(name).matches()) {
            names.add(name);
        }
    }

    /** The schema without any other name. */
    Schema only(Schema schema) {
        return schema.with(schema.tables().map(this::only).toList());
    }

    private Table only(Table table) {
        List<Constraint> constraints =
                table.constraints().stream().map(this::only).toList();
        return table.withConstraints(constraints.stream()
                        .filter(constraint -> !isSaidAgain(constraint, constraints))
                        .toList())
                .withIndexes(table.indexes().stream().map(this::only).toList())
                .sorted();
    }

    private Constraint only(Constraint constraint) {
        return names.contains(constraint.name()) ? constraint : constraint.named(null);
    }

    /** Of a column that is unique, and of a constraint with a name over it, the constraint is meant. */
    private static boolean isSaidAgain(Constraint constraint, List<Constraint> all) {
        return constraint instanceof Constraint.Unique
                && constraint.name() == null
                && all.stream()
                        .anyMatch(
                                each -> each.name() != null && each.named(null).equals(constraint));
    }

    private Index only(Index index) {
        return names.contains(index.name()) ? index : index.named("");
    }
}
