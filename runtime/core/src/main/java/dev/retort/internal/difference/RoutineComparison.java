package dev.retort.internal.difference;

import dev.retort.internal.operation.CreateRoutine;
import dev.retort.internal.operation.DropRoutine;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.Routine;
import dev.retort.internal.schema.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Compares functions and procedures. What cannot be replaced is dropped and created, with the views that call it. */
final class RoutineComparison {

    private final Schema from;
    private final Schema to;
    private final Changes changes;
    private final NormalForm form;
    private final ViewComparison views;
    private final RoutineNeeds needs;
    private final RoutineOrder there;
    private final RoutineOrder wanted;
    /** Those that are dropped and created again. */
    private final Set<Routine> released = new HashSet<>();

    RoutineComparison(
            Schema from, Schema to, DifferenceRules rules, Changes changes, ViewComparison views, RoutineNeeds needs) {
        this.from = from;
        this.to = to;
        this.changes = changes;
        this.form = new NormalForm(rules);
        this.views = views;
        this.needs = needs;
        this.there = new RoutineOrder(from, rules.folding(), needs);
        this.wanted = new RoutineOrder(to, rules.folding(), needs);
        release();
    }

    private void release() {
        boolean more = true;
        while (more) {
            more = false;
            for (Routine old : from.all(Routine.class).toList()) {
                boolean stays = wanted(old).isPresent() && !isUncertain(old.objectName());
                if (stays && (!isInPlace(old) || views.isHeldBy(old))) {
                    more |= released.add(old);
                }
            }
            more |= views.releaseCalling(released);
        }
    }

    private Optional<Routine> wanted(Routine old) {
        return to.object(old.objectName()).map(Routine.class::cast);
    }

    private boolean isInPlace(Routine old) {
        return wanted(old)
                .filter(routine ->
                        Objects.equals(form.of(old).returns(), form.of(routine).returns())
                                && Objects.equals(old.signature(), routine.signature()))
                .isPresent();
    }

    private boolean isUncertain(ObjectName name) {
        return Certainty.isMissing(name, from, to);
    }

    void compare() {
        Set<Routine> ofTables = there.ofTables();
        Set<Routine> uncalled = there.uncalled();
        List<Routine> olds = new ArrayList<>(there.calledFirst());
        Collections.reverse(olds);
        for (Routine old : olds) {
            boolean gone = wanted(old).isEmpty() && !isUncertain(old.objectName());
            if (gone || released.contains(old)) {
                drop(old, uncalled.contains(old), ofTables.contains(old));
            }
        }
        Set<Routine> called = wanted.ofTables();
        for (Routine routine : wanted.calledFirst()) {
            if (!isUncertain(routine.objectName())) {
                create(routine, called.contains(routine));
            }
        }
    }

    private void drop(Routine old, boolean uncalled, boolean ofTable) {
        DropRoutine operation = new DropRoutine(old.signature(), false, false, old);
        if (!uncalled && !ofTable && views.goesAmong(old)) {
            views.drop(old, operation);
            return;
        }
        boolean early = released.contains(old) || !ofTable && holdsTable(old);
        Phase phase = uncalled ? Phase.RELEASED_ROUTINES : early ? Phase.RELEASED_KEYS : Phase.DROPPED_ROUTINES;
        changes.add(phase, old.objectName(), operation);
    }

    /** Whether a table cannot be dropped before the routine. */
    private boolean holdsTable(Routine old) {
        return from.tables().anyMatch(table -> to.table(table.name()).isEmpty() && needs.holds(old, table.name()));
    }

    /** A table or a type that calls it has to wait for it. */
    private void create(Routine routine, boolean called) {
        Optional<Routine> old =
                from.object(routine.objectName()).map(Routine.class::cast).filter(each -> !released.contains(each));
        if (old.filter(each -> form.of(each).equals(form.of(routine))).isPresent()) {
            return;
        }
        CreateRoutine operation = new CreateRoutine(
                routine, old.isPresent(), old.map(Routine::body).orElse(null));
        if (!called && views.comesAmong(routine)) {
            views.create(routine, operation);
        } else {
            changes.add(called ? Phase.CALLED_ROUTINES : Phase.ROUTINES, routine.objectName(), operation);
        }
    }
}
