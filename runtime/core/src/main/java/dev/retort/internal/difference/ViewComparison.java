package dev.retort.internal.difference;

import dev.retort.internal.operation.CreateIndex;
import dev.retort.internal.operation.CreateRoutine;
import dev.retort.internal.operation.CreateView;
import dev.retort.internal.operation.DropIndex;
import dev.retort.internal.operation.DropRoutine;
import dev.retort.internal.operation.DropView;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Routine;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.schema.Table;
import dev.retort.internal.schema.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Compares views. One that changes is dropped and created, with those that read it. */
final class ViewComparison {

    private final Schema from;
    private final Schema to;
    private final DifferenceRules rules;
    private final Changes changes;
    /** Each after those that read it. */
    private final Set<View> released = new LinkedHashSet<>();

    private final Set<View> created = new LinkedHashSet<>();
    private final Set<View> dropped = new HashSet<>();
    /** Routines among the views, each after what it needs and before what needs it. */
    private final Map<Routine, CreateRoutine> createdRoutines = new LinkedHashMap<>();

    private final Map<Routine, DropRoutine> droppedRoutines = new LinkedHashMap<>();
    private final Set<Routine> come = new HashSet<>();
    private final Set<Routine> gone = new HashSet<>();
    private final RoutineNeeds needs;
    /** A query is taken to pieces once, however many tables and views there are. */
    private final Map<View, ReadRelations> relations = new HashMap<>();

    ViewComparison(Schema from, Schema to, DifferenceRules rules, Changes changes, RoutineNeeds needs) {
        this.from = from;
        this.to = to;
        this.rules = rules;
        this.changes = changes;
        this.needs = needs;
        NormalForm form = new NormalForm(rules);
        for (View view : from.all(View.class).toList()) {
            Optional<View> wanted = to.view(view.name());
            boolean same = wanted.isPresent() && form.of(view).equals(form.of(wanted.get()));
            if ((!same || readsWhatBecomesView(view)) && !isUncertain(view.objectName())) {
                release(view);
            }
        }
    }

    /** Whether a table of the name of a view has to go before the view can come. */
    private boolean readsWhatBecomesView(View view) {
        return to.all(View.class).anyMatch(other -> from.table(other.name()).isPresent() && reads(view, other.name()));
    }

    /** Releases those that call a routine which has to be dropped; whether there is any more of them. */
    boolean releaseCalling(Set<Routine> routines) {
        int before = released.size();
        from.all(View.class)
                .filter(view -> routines.stream().anyMatch(routine -> needs.calls(view, routine)))
                .forEach(this::release);
        return released.size() > before;
    }

    /** Whether a view that is dropped is held by the routine. */
    boolean isHeldBy(Routine routine) {
        return released.stream().anyMatch(view -> needs.holds(routine, view.name()));
    }

    /** Whether the routine goes before a view of those that are dropped. */
    boolean goesAmong(Routine routine) {
        return released.stream().anyMatch(view -> needs.needs(routine, view.name()))
                || droppedRoutines.keySet().stream().anyMatch(other -> needs.calls(other, routine));
    }

    /** Whether the routine comes after a view of those that are created. */
    boolean comesAmong(Routine routine) {
        return to.all(View.class).anyMatch(view -> isComing(view) && needs.needs(routine, view.name()))
                || createdRoutines.keySet().stream().anyMatch(other -> needs.calls(routine, other));
    }

    void drop(Routine routine, DropRoutine operation) {
        droppedRoutines.put(routine, operation);
    }

    void create(Routine routine, CreateRoutine operation) {
        createdRoutines.put(routine, operation);
    }

    private boolean isComing(View view) {
        return from.view(view.name()).filter(old -> !released.contains(old)).isEmpty()
                && !isUncertain(view.objectName());
    }

    void compare() {
        List.copyOf(released).forEach(this::drop);
        droppedRoutines.keySet().forEach(this::drop);
        for (View view : to.all(View.class).toList()) {
            if (isComing(view)) {
                create(view);
            } else {
                from.view(view.name())
                        .ifPresent(old ->
                                TableComparison.indexes(old.indexes(), view.indexes(), view.name(), rules, changes));
            }
        }
        createdRoutines.keySet().forEach(this::create);
    }

    private void create(Routine routine) {
        if (!come.add(routine)) {
            return;
        }
        to.all(View.class)
                .filter(view -> isComing(view) && needs.needs(routine, view.name()))
                .forEach(this::create);
        createdRoutines.keySet().stream()
                .filter(other -> needs.calls(routine, other))
                .forEach(this::create);
        Phase phase = isLate(routine) ? Phase.LATE_VIEWS : Phase.VIEWS;
        changes.add(phase, routine.objectName(), Objects.requireNonNull(createdRoutines.get(routine)));
    }

    private void drop(Routine routine) {
        if (!gone.add(routine)) {
            return;
        }
        List.copyOf(released).stream()
                .filter(view -> needs.calls(view, routine))
                .forEach(this::drop);
        droppedRoutines.keySet().stream()
                .filter(other -> needs.calls(other, routine))
                .forEach(this::drop);
        changes.add(Phase.RELEASED, routine.objectName(), Objects.requireNonNull(droppedRoutines.get(routine)));
    }

    private boolean isLate(Routine routine) {
        return to.all(View.class).anyMatch(view -> needs.needs(routine, view.name()) && isLate(view));
    }

    private boolean isUncertain(ObjectName name) {
        return Certainty.isMissing(name, from, to);
    }

    /** After those that read it. */
    private void release(View view) {
        if (released.contains(view)) {
            return;
        }
        from.all(View.class)
                .filter(other -> !other.equals(view) && reads(other, view.name()))
                .forEach(this::release);
        released.add(view);
    }

    /** Its indexes would go with it, and could not be created again from what it was. */
    private void drop(View view) {
        if (!dropped.add(view)) {
            return;
        }
        List.copyOf(released).stream()
                .filter(other -> !other.equals(view) && reads(other, view.name()))
                .forEach(this::drop);
        droppedRoutines.keySet().stream()
                .filter(routine -> needs.needs(routine, view.name()))
                .forEach(this::drop);
        view.indexes().forEach(index -> changes.add(Phase.RELEASED, name(view, index), dropped(view, index)));
        changes.add(
                Phase.RELEASED,
                view.objectName(),
                new DropView(view.name(), view.options().materialized(), false, false, view.withIndexes(List.of())));
    }

    /** Whether the view is dropped, and maybe created again. */
    boolean isReleased(QualifiedName view) {
        return from.view(view).filter(released::contains).isPresent();
    }

    private static ObjectName name(View view, Index index) {
        return ObjectName.of(ObjectKind.INDEX, new QualifiedName(view.name().schema(), index.name()));
    }

    private static DropIndex dropped(View view, Index index) {
        return new DropIndex(name(view, index).name(), view.name(), false, false, false, index.of(view.name()));
    }

    /** After those that it reads. */
    private void create(View view) {
        if (created.contains(view)) {
            return;
        }
        created.add(view);
        List<View> before = new ArrayList<>();
        for (View other : to.all(View.class).toList()) {
            if (!other.equals(view) && isComing(other) && reads(view, other.name())) {
                before.add(other);
            }
        }
        before.forEach(this::create);
        createdRoutines.keySet().stream()
                .filter(routine -> needs.calls(view, routine))
                .forEach(this::create);
        Phase phase = isLate(view) ? Phase.LATE_VIEWS : Phase.VIEWS;
        changes.add(phase, view.objectName(), new CreateView(view.withIndexes(List.of()), false, false, true));
        for (Index index : view.indexes()) {
            changes.add(phase, name(view, index), new CreateIndex(index.of(view.name()), false, false));
        }
    }

    private boolean reads(View view, QualifiedName other) {
        return relations(view).reads(other);
    }

    private ReadRelations relations(View view) {
        return relations.computeIfAbsent(view, each -> ReadRelations.of(each, rules.folding()));
    }

    /** Whether the view would hold a column that a table loses, so that it is created after that. */
    boolean isLate(View view) {
        return rules.folding().viewsKeepColumns()
                && (relations(view).star()
                                && to.tables().anyMatch(table -> reads(view, table.name()) && losesColumns(table))
                        || to.all(View.class)
                                .anyMatch(other -> !other.equals(view) && reads(view, other.name()) && isLate(other))
                        || createdRoutines.keySet().stream()
                                .anyMatch(routine -> needs.calls(view, routine) && isLate(routine)));
    }

    boolean isLate(QualifiedName view) {
        return to.view(view).filter(this::isLate).isPresent();
    }

    private boolean losesColumns(Table table) {
        Optional<Table> old = from.table(table.name());
        return old.isPresent()
                && old.get().columns().stream()
                        .anyMatch(column -> table.columns().stream()
                                .noneMatch(each -> rules.folding().same(each.name(), column.name())));
    }

    /** Those that are neither dropped nor created again. */
    SortedSet<ObjectName> staying() {
        SortedSet<ObjectName> staying = new TreeSet<>();
        from.all(View.class).filter(view -> !released.contains(view)).forEach(view -> staying.add(view.objectName()));
        return staying;
    }
}
