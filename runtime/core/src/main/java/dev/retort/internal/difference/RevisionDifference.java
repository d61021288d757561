package dev.retort.internal.difference;

import dev.retort.RetortException;
import dev.retort.internal.operation.AlterColumn;
import dev.retort.internal.operation.Inverse;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.Extension;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.source.RevisionBody;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;

/** A difference as the closures of a revision: what leads to a schema, and what leads back from it. */
public final class RevisionDifference {

    private final Schema from;
    private final Schema to;
    private final Difference difference;
    private final DifferenceRules rules;
    private final Map<ObjectName, String> renamed;
    private final List<Operation> rows;

    /**
     * @param to where {@code difference} leads
     * @param renamed what it renames
     */
    public RevisionDifference(
            Schema from, Schema to, Difference difference, DifferenceRules rules, Map<ObjectName, String> renamed) {
        this(from, to, difference, rules, renamed, List.of());
    }

    private RevisionDifference(
            Schema from,
            Schema to,
            Difference difference,
            DifferenceRules rules,
            Map<ObjectName, String> renamed,
            List<Operation> rows) {
        this.from = from;
        this.to = to;
        this.difference = difference;
        this.rules = rules;
        this.renamed = renamed;
        this.rows = List.copyOf(rows);
    }

    /**
     * The same as one revision or two, for a database that is in use: the second looks at the rows that are there, and keeps
     * nobody from them.
     */
    public List<RevisionDifference> safely() {
        List<List<SchemaChange>> parts = SafeChanges.of(difference.changes(), from, rules).stream()
                .filter(changes -> !changes.isEmpty())
                .toList();
        return parts.isEmpty() ? List.of(this) : parts(parts);
    }

    /**
     * The same as several revisions, where one would be too long; the rows come last.
     *
     * @param length of an operation
     * @param most what the operations of one revision may have together
     */
    public List<RevisionDifference> parts(ToIntFunction<Operation> length, int most) {
        List<List<SchemaChange>> parts = new ArrayList<>();
        int filled = most;
        for (SchemaChange change : difference.changes()) {
            int added = length.applyAsInt(change.operation());
            if (filled + added > most) {
                parts.add(new ArrayList<>());
                filled = 0;
            }
            parts.get(parts.size() - 1).add(change);
            filled += added;
        }
        return parts.size() < 2 ? List.of(this) : parts(parts);
    }

    private List<RevisionDifference> parts(List<List<SchemaChange>> parts) {
        List<RevisionDifference> revisions = new ArrayList<>();
        Schema start = from;
        for (List<SchemaChange> changes : parts) {
            Difference part = new Difference(changes, List.of(), List.of());
            boolean last = revisions.size() == parts.size() - 1;
            revisions.add(new RevisionDifference(
                    start, to, part, rules, revisions.isEmpty() ? renamed : Map.of(), last ? rows : List.of()));
            start = reached(part.operations(), start);
        }
        return revisions;
    }

    /**
     * With values for the rows that are there.
     *
     * @param values by {@code table.column}: a literal of the type of the column, or SQL
     * @throws dev.retort.RetortException of the kind USAGE where a column is named that needs none
     */
    public RevisionDifference filling(Map<String, String> values) {
        Schema reached = ReachedSchema.by(difference.operations(), from, rules);
        List<SchemaChange> filled = new Fills(values, reached, rules).in(difference.changes());
        Difference whole = new Difference(filled, difference.renames(), difference.unreachable());
        return new RevisionDifference(from, to, whole, rules, renamed, rows);
    }

    public Difference difference() {
        return difference;
    }

    /** With what is done after the changes. */
    public RevisionDifference with(List<Operation> newRows) {
        return new RevisionDifference(from, to, difference, rules, renamed, newRows);
    }

    /** {@code change} where each of the operations has an inverse, and these lead back; both directions otherwise. */
    public RevisionBody body() {
        List<Operation> operations = new ArrayList<>(difference.operations());
        operations.addAll(rows);
        Schema reached = reached(operations, from);
        return isReversible(operations, reached)
                ? new RevisionBody.Change(operations, remarks())
                : pair(operations, back(reached));
    }

    /** Where there is a downgrade, the upgrade need not say what was before. */
    private RevisionBody pair(List<Operation> operations, List<Operation> back) {
        Map<Operation, String> remarks = remarks();
        Map<Operation, String> plainRemarks = new IdentityHashMap<>();
        List<Operation> plain = new ArrayList<>();
        for (Operation operation : operations) {
            Operation brief = operation.withoutFormer();
            plain.add(brief);
            if (remarks.containsKey(operation)) {
                plainRemarks.put(brief, remarks.get(operation));
            }
        }
        return new RevisionBody.Pair(
                plain, back.stream().map(Operation::withoutFormer).toList(), plainRemarks);
    }

    /** What the text of an operation does not reveal is as it is to be in the end. */
    private Schema reached(List<Operation> operations, Schema start) {
        Schema reached = ReachedSchema.by(operations, start, rules);
        return ReachedSchema.certain(reached, start, to);
    }

    private boolean isReversible(List<Operation> operations, Schema reached) {
        List<Operation> back = new ArrayList<>();
        for (int i = operations.size() - 1; i >= 0; i--) {
            Inverse inverse = operations.get(i).inverse();
            if (inverse.reason() != null) {
                return false;
            }
            back.addAll(inverse.operations());
        }
        try {
            Schema returned = ReachedSchema.by(back, reached, rules);
            return Difference.between(returned, from, rules).isEmpty();
        } catch (RetortException refused) {
            // What a table gets by becoming a partition stays with it, and conflicts with what it had.
            return false;
        }
    }

    private List<Operation> back(Schema reached) {
        List<Operation> back = new ArrayList<>();
        Difference.between(reached, from, rules, inverse()).changes().stream()
                .filter(change -> updatesBack(change).isEmpty())
                .forEach(change -> back.add(change.operation()));
        // What the SQL of an update makes of an extension is not known, and is no difference.
        difference.changes().forEach(change -> back.addAll(updatesBack(change)));
        return back;
    }

    private List<Operation> updatesBack(SchemaChange change) {
        return from.object(change.about())
                .filter(Extension.class::isInstance)
                .map(extension -> rules.updateBack(change.operation(), (Extension) extension))
                .orElse(List.of());
    }

    private Map<ObjectName, String> inverse() {
        Map<ObjectName, String> inverse = new LinkedHashMap<>();
        renamed.forEach((name, newName) -> {
            String old = Objects.requireNonNullElse(name.part(), name.name().name());
            boolean part = name.part() != null;
            ObjectKind whole = name.kind() == ObjectKind.COLUMN ? ObjectKind.TABLE : name.kind();
            String around = renamed.getOrDefault(
                    ObjectName.of(whole, name.name()), name.name().name());
            QualifiedName place = new QualifiedName(name.name().schema(), part ? around : newName);
            inverse.put(new ObjectName(name.kind(), place, part ? newName : null), old);
        });
        return inverse;
    }

    private Map<Operation, String> remarks() {
        Map<Operation, String> remarks = new IdentityHashMap<>();
        FilledColumns fills = new FilledColumns();
        for (SchemaChange change : difference.changes()) {
            if (change.losesData()) {
                remarks.put(change.operation(), "Loses data: what is in the " + change.about() + ".");
            } else if (change.operation() instanceof AlterColumn alter && mayFail(alter)) {
                remarks.put(alter, "Look at this: values that do not fit the new type fail, or need using:.");
            } else if (fills.lacks(change)) {
                remarks.put(
                        change.operation(),
                        "Look at this: rows that have no value for it fail. Write one with: --fill "
                                + change.about().path() + "=VALUE");
            }
        }
        return remarks;
    }

    private static boolean mayFail(AlterColumn alter) {
        ColumnType to = alter.to().type();
        ColumnType from = alter.from().type();
        return to != null && (from == null || !Widening.is(from, to));
    }
}
