package dev.retort.internal.target;

import dev.retort.internal.difference.Difference;
import dev.retort.internal.difference.DifferenceRules;
import dev.retort.internal.difference.SchemaChange;
import dev.retort.internal.fold.RepeatedKeys;
import dev.retort.internal.operation.AddConstraint;
import dev.retort.internal.operation.AlterSequence;
import dev.retort.internal.operation.CreateSequence;
import dev.retort.internal.operation.CreateTable;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.SequenceOptions;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A schema as schema files declare it.
 *
 * @param operations that create what there are words for, each whole: what is added to it later otherwise is part of it
 * @param unspoken what there are no words for
 */
public record DeclarableSchema(List<Operation> operations, SortedSet<ObjectName> unspoken) {

    public static DeclarableSchema of(Schema schema, DifferenceRules rules) {
        List<Operation> operations = new ArrayList<>();
        SortedSet<ObjectName> unspoken = new TreeSet<>();
        for (SchemaChange change :
                Difference.between(Schema.EMPTY, plain(schema), rules).changes()) {
            Operation operation = change.operation();
            if (operation instanceof AddConstraint add) {
                if (isApart(add, schema, rules)) {
                    operations.add(add);
                } else {
                    operations.replaceAll(each -> with(each, add));
                }
            } else if (operation instanceof AlterSequence alter) {
                operations.replaceAll(each -> with(each, alter));
            } else if (operation.verb().startsWith("create")) {
                operations.add(operation);
            } else {
                unspoken.add(change.about());
            }
        }
        operations.replaceAll(operation -> kept(operation, schema));
        return new DeclarableSchema(operations, unspoken);
    }

    /** Whether there is no word for it at all; else there is one, but not for all that it has. */
    public boolean isWhole(ObjectName name) {
        boolean declared = operations.stream()
                .anyMatch(operation -> operation instanceof CreateTable create
                        && create.table().objectName().equals(name));
        return Unspoken.OF_FILES.isWhole(name) || name.kind() == ObjectKind.TABLE && !declared;
    }

    /** Without how values are kept: there are words for it, but no operation for every version of a database. */
    private static Schema plain(Schema schema) {
        return schema.with(schema.tables()
                .map(table -> table.withColumns(table.columns().stream()
                        .map(column -> column.withToast(null, null))
                        .toList()))
                .toList());
    }

    private static Operation kept(Operation operation, Schema schema) {
        return operation instanceof CreateTable create
                        && create.table().options().partitionOf() == null
                        && schema.table(create.table().name()).isPresent()
                ? new CreateTable(
                        create.table()
                                .withColumns(schema.table(create.table().name())
                                        .orElseThrow()
                                        .columns()),
                        create.ifNotExists())
                : operation;
    }

    /** Within its table it would be valid, or merged with another one. */
    private static boolean isApart(AddConstraint add, Schema schema, DifferenceRules rules) {
        return add.constraint().isNotValid()
                || rules.folding().mergesKeys()
                        && schema.table(add.table())
                                .filter(table ->
                                        RepeatedKeys.of(table.constraints()).contains(add.constraint()))
                                .isPresent();
    }

    private static Operation with(Operation operation, AddConstraint add) {
        if (!(operation instanceof CreateTable create) || !create.table().name().equals(add.table())) {
            return operation;
        }
        List<Constraint> constraints = new ArrayList<>(create.table().constraints());
        constraints.add(add.constraint());
        return new CreateTable(create.table().withConstraints(constraints), create.ifNotExists());
    }

    private static Operation with(Operation operation, AlterSequence alter) {
        if (!(operation instanceof CreateSequence create) || !create.sequence().equals(alter.sequence())) {
            return operation;
        }
        SequenceOptions own = create.options();
        SequenceOptions owned = new SequenceOptions(
                own.type(),
                own.start(),
                own.increment(),
                own.min(),
                own.max(),
                own.cache(),
                own.cycle(),
                alter.to().owner());
        return new CreateSequence(create.sequence(), owned, create.temporary(), create.ifNotExists());
    }
}
