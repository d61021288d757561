package dev.retort.internal.difference;

import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.ObjectName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Changes as they are found, put in the order of their phases. */
final class Changes {

    private final Map<Phase, List<SchemaChange>> phases = new EnumMap<>(Phase.class);

    void add(Phase phase, ObjectName about, Operation operation) {
        add(phase, new SchemaChange(operation, about, false));
    }

    void addLosing(Phase phase, ObjectName about, Operation operation) {
        add(phase, new SchemaChange(operation, about, true));
    }

    void addAll(Phase phase, ObjectName about, List<Operation> operations) {
        operations.forEach(operation -> add(phase, about, operation));
    }

    private void add(Phase phase, SchemaChange change) {
        phases.computeIfAbsent(phase, any -> new ArrayList<>()).add(change);
    }

    /** What is dropped and created again. */
    Set<ObjectName> recreated() {
        Set<ObjectName> dropped = names(Phase.RELEASED);
        dropped.addAll(names(Phase.DETACHED_KEYS));
        dropped.addAll(names(Phase.RELEASED_KEYS));
        return dropped;
    }

    private Set<ObjectName> names(Phase phase) {
        Set<ObjectName> names = new TreeSet<>();
        phases.getOrDefault(phase, List.of()).forEach(change -> names.add(change.about()));
        return names;
    }

    /** Those of one phase, as far as they were found. */
    List<SchemaChange> of(Phase phase) {
        return List.copyOf(phases.getOrDefault(phase, List.of()));
    }

    List<SchemaChange> inOrder() {
        return phases.values().stream().flatMap(List::stream).toList();
    }
}
