package dev.retort.internal.difference;

import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.Schema;
import java.util.List;
import java.util.Map;

/**
 * What leads from one schema to another.
 *
 * @param changes in an order that runs
 * @param renames that might be meant where an object is dropped and another one is created; none of them was taken
 * @param unreachable what differs and cannot be changed in place, as sentences
 */
public record Difference(List<SchemaChange> changes, List<RenameCandidate> renames, List<String> unreachable) {

    public Difference {
        changes = List.copyOf(changes);
        renames = List.copyOf(renames);
        unreachable = List.copyOf(unreachable);
    }

    /** Without renames of tables and columns: what has another name is dropped and created. */
    public static Difference between(Schema from, Schema to, DifferenceRules rules) {
        return between(from, to, rules, Map.of());
    }

    /**
     * @param renamed tables, columns and values of enum types of {@code from} that are to be renamed, to their new names
     */
    public static Difference between(Schema from, Schema to, DifferenceRules rules, Map<ObjectName, String> renamed) {
        return new SchemaComparison(from, to, rules, renamed).difference();
    }

    public boolean isEmpty() {
        return changes.isEmpty() && unreachable.isEmpty();
    }

    public List<Operation> operations() {
        return changes.stream().map(SchemaChange::operation).toList();
    }
}
