package dev.retort.internal.script;

import dev.retort.internal.operation.AddEnumValue;
import dev.retort.internal.operation.DropEnumValue;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.ReorderEnumValues;
import dev.retort.internal.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What leads from the values of an enumeration to others: each value that goes or comes, and then their order. */
final class EnumChange {

    private final QualifiedName name;
    private final List<String> now;
    private final List<String> wanted;
    private final Map<String, String> replacements;
    private final List<Operation> operations = new ArrayList<>();

    /** @param replacements what rows are to have instead of values that go */
    EnumChange(QualifiedName name, List<String> was, List<String> wanted, Map<String, String> replacements) {
        this.name = name;
        this.now = new ArrayList<>(was);
        this.wanted = wanted;
        this.replacements = replacements;
    }

    /** A value that was added cannot be used before a commit, so that it comes first only where it must. */
    List<Operation> operations() {
        boolean addFirst = now.stream().noneMatch(wanted::contains)
                || replacements.values().stream().anyMatch(value -> !now.contains(value));
        if (addFirst) {
            add();
            drop();
            reorder(wanted);
        } else {
            drop();
            reorder(wanted.stream().filter(now::contains).toList());
            add();
        }
        return operations;
    }

    private void drop() {
        for (String value : List.copyOf(now)) {
            if (!wanted.contains(value)) {
                int at = now.indexOf(value);
                String after = neighbour(at - 1);
                String before = after == null ? neighbour(1) : null;
                operations.add(new DropEnumValue(name, value, replacements.get(value), before, after));
                now.remove(value);
            }
        }
    }

    private void add() {
        for (int i = 0; i < wanted.size(); i++) {
            String value = wanted.get(i);
            if (!now.contains(value)) {
                String after = i == 0 ? null : wanted.get(i - 1);
                String before = after == null ? neighbour(0) : null;
                operations.add(new AddEnumValue(name, value, before, after, false));
                now.add(after == null ? 0 : now.indexOf(after) + 1, value);
            }
        }
    }

    private void reorder(List<String> order) {
        if (!now.equals(order)) {
            operations.add(new ReorderEnumValues(name, order, now));
            now.clear();
            now.addAll(order);
        }
    }

    private @Nullable String neighbour(int index) {
        return index >= 0 && index < now.size() ? now.get(index) : null;
    }
}
