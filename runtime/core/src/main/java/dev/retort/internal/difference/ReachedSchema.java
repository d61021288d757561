package dev.retort.internal.difference;

import dev.retort.internal.fold.Folding;
import dev.retort.internal.operation.DetachPartition;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.Schema;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The schema that the operations of a difference lead to. */
final class ReachedSchema {

    private ReachedSchema() {}

    static Schema by(List<Operation> operations, Schema from, DifferenceRules rules) {
        Folding folding = new Folding(rules.folding());
        Schema reached = from;
        int done = 0;
        for (int i = 0; i < operations.size(); i++) {
            if (operations.get(i) instanceof DetachPartition detach) {
                Schema before = folding.after(reached, operations.subList(done, i));
                reached = detached(detach, before, folding);
                done = i + 1;
            }
        }
        return folding.after(reached, operations.subList(done, operations.size()));
    }

    /** A difference expects the parts of a partition under the names that a fold of scripts is not sure of. */
    private static Schema detached(DetachPartition detach, Schema before, Folding folding) {
        Schema after = folding.after(before, detach);
        ObjectName name = ObjectName.of(ObjectKind.TABLE, detach.partition());
        if (before.uncertain().contains(name)) {
            return after;
        }
        SortedSet<ObjectName> uncertain = new TreeSet<>(after.uncertain());
        uncertain.remove(name);
        return new Schema(after.objects(), after.comments(), uncertain, after.complete(), after.leftOut());
    }
}
