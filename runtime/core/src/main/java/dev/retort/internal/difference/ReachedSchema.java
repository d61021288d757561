package dev.retort.internal.difference;

import dev.retort.internal.fold.Folding;
import dev.retort.internal.operation.DetachPartition;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.schema.SchemaObject;
import java.util.ArrayList;
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

    /**
     * With what a text made uncertain as it is where everything leads.
     *
     * @param before what was uncertain there already stays so
     */
    static Schema certain(Schema reached, Schema before, Schema to) {
        SortedSet<ObjectName> uncertain = new TreeSet<>(reached.uncertain());
        List<SchemaObject> known = new ArrayList<>();
        for (ObjectName name : reached.uncertain()) {
            if (!before.uncertain().contains(name) && !to.uncertain().contains(name)) {
                to.object(name).ifPresent(known::add);
                uncertain.remove(name);
            }
        }
        Schema whole = reached.with(known);
        return new Schema(whole.objects(), whole.comments(), uncertain, whole.complete(), whole.leftOut());
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
