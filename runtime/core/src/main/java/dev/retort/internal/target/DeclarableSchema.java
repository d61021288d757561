package dev.retort.internal.target;

import dev.retort.internal.difference.Difference;
import dev.retort.internal.difference.DifferenceRules;
import dev.retort.internal.difference.SchemaChange;
import dev.retort.internal.operation.AddConstraint;
import dev.retort.internal.operation.AlterSequence;
import dev.retort.internal.operation.CreateSequence;
import dev.retort.internal.operation.CreateTable;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.SequenceOptions;
import dev.retort.internal.schema.Constraint;
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
                Difference.between(Schema.EMPTY, schema, rules).changes()) {
            Operation operation = change.operation();
            if (operation instanceof AddConstraint add) {
                operations.replaceAll(each -> with(each, add));
            } else if (operation instanceof AlterSequence alter) {
                operations.replaceAll(each -> with(each, alter));
            } else if (operation.verb().startsWith("create")) {
                operations.add(operation);
            } else {
                unspoken.add(change.about());
            }
        }
        return new DeclarableSchema(operations, unspoken);
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
