package dev.retort.internal.difference;

import dev.retort.internal.operation.CreateExtension;
import dev.retort.internal.operation.CreateSchema;
import dev.retort.internal.operation.CreateTrigger;
import dev.retort.internal.operation.DropExtension;
import dev.retort.internal.operation.DropSchema;
import dev.retort.internal.operation.DropTrigger;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.CompositeType;
import dev.retort.internal.schema.Domain;
import dev.retort.internal.schema.Extension;
import dev.retort.internal.schema.Namespace;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.Policy;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.schema.SchemaObject;
import dev.retort.internal.schema.Trigger;
import dev.retort.internal.schema.VirtualTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Compares what is no table. */
final class ObjectComparison {

    private final Schema from;
    private final Schema to;
    private final DifferenceRules rules;
    private final Changes changes;
    private final NormalForm form;
    private final ViewComparison views;
    private final RoutineComparison routines;

    ObjectComparison(Schema from, Schema to, DifferenceRules rules, Changes changes) {
        this.from = from;
        this.to = to;
        this.rules = rules;
        this.changes = changes;
        this.form = new NormalForm(rules);
        RoutineNeeds needs = new RoutineNeeds(rules.folding());
        this.views = new ViewComparison(from, to, rules, changes, needs);
        this.routines = new RoutineComparison(from, to, rules, changes, views, needs);
    }

    void compare() {
        namespaces();
        extensions();
        droppedRooms();
        // In this order: what is released first is what is built upon the others.
        compare(Trigger.class, form::of, this::create, this::drop, this::replace);
        compare(Policy.class, form::of, this::create, this::drop, this::replace);
        routines.compare();
        views.compare();
        compare(CompositeType.class, form::of, plain(Phase.TYPES), gone(Phase.DROPPED_TYPES), this::change);
        compare(Domain.class, form::of, plain(Phase.TYPES), gone(Phase.DROPPED_TYPES), this::change);
        compare(VirtualTable.class, each -> each, plain(Phase.TABLES), gone(Phase.DROPPED_TABLES), this::recreate);
        new SequenceComparison(from, to, rules, changes).compare();
    }

    /** Whether it is created after columns are dropped. */
    boolean isLate(QualifiedName view) {
        return views.isLate(view);
    }

    /** The views that are neither dropped nor created again. */
    SortedSet<ObjectName> staying() {
        return views.staying();
    }

    private <T extends SchemaObject> void compare(
            Class<T> kind, UnaryOperator<T> normal, Consumer<T> create, Consumer<T> drop, BiConsumer<T, T> change) {
        compare(from.all(kind).toList(), to.all(kind).toList(), normal, new Steps<>(create, drop, change));
    }

    private record Steps<T>(Consumer<T> create, Consumer<T> drop, BiConsumer<T, T> change) {}

    private <T extends SchemaObject> void compare(
            List<T> olds, List<T> wanteds, UnaryOperator<T> normal, Steps<T> steps) {
        Map<ObjectName, T> there = new HashMap<>();
        for (T old : olds) {
            there.put(old.objectName(), old);
            if (to.object(old.objectName()).isEmpty() && !isUncertain(old.objectName())) {
                steps.drop().accept(old);
            }
        }
        for (T wanted : wanteds) {
            T old = there.get(wanted.objectName());
            if (isUncertain(wanted.objectName())) {
                continue;
            } else if (old == null || isReleased(old) && normal.apply(old).equals(normal.apply(wanted))) {
                steps.create().accept(wanted);
            } else if (!normal.apply(old).equals(normal.apply(wanted))) {
                steps.change().accept(old, wanted);
            }
        }
    }

    private boolean isUncertain(ObjectName name) {
        return Certainty.isMissing(name, from, to);
    }

    /** A trigger goes with its view, and has to come again with it. */
    private boolean isReleased(SchemaObject object) {
        if (!(object instanceof Trigger trigger)) {
            return false;
        }
        return views.isReleased(trigger.table()) && to.view(trigger.table()).isPresent();
    }

    private <T extends SchemaObject> Consumer<T> plain(Phase phase) {
        return object -> changes.addAll(phase, object.objectName(), rules.create(object));
    }

    private <T extends SchemaObject> Consumer<T> gone(Phase phase) {
        return object -> {
            ObjectName name = object.objectName();
            changes.addAll(TakenNames.dropping(name.name(), to, phase), name, rules.drop(object));
        };
    }

    private void change(SchemaObject old, SchemaObject wanted) {
        List<Operation> inPlace = rules.change(old, wanted);
        if (inPlace.isEmpty()) {
            recreate(old, wanted);
        } else {
            changes.addAll(Phase.TYPES, wanted.objectName(), inPlace);
        }
    }

    private void recreate(SchemaObject old, SchemaObject wanted) {
        changes.addAll(Phase.TYPES, wanted.objectName(), rules.drop(old));
        changes.addAll(Phase.TYPES, wanted.objectName(), rules.create(wanted));
    }

    // ---- extensions and schemas ----

    private void extensions() {
        for (Extension wanted : to.all(Extension.class).toList()) {
            Optional<Extension> old = from.object(wanted.objectName()).map(Extension.class::cast);
            if (isUncertain(wanted.objectName())) {
                continue;
            } else if (old.isEmpty()) {
                changes.add(
                        Phase.ROOMS,
                        wanted.objectName(),
                        new CreateExtension(
                                wanted.name(),
                                new CreateExtension.Options(wanted.schema(), wanted.version()),
                                false,
                                false));
            } else if (wanted.version() != null
                    && old.get().version() != null
                    && !Objects.equals(wanted.version(), old.get().version())) {
                changes.addAll(Phase.ROOMS, wanted.objectName(), rules.change(old.get(), wanted));
            }
        }
    }

    private void namespaces() {
        for (Namespace wanted : to.all(Namespace.class).toList()) {
            if (from.object(wanted.objectName()).isEmpty() && !isUncertain(wanted.objectName())) {
                changes.add(Phase.ROOMS, wanted.objectName(), new CreateSchema(wanted.name(), null, false));
            }
        }
    }

    /** Extensions before the schemas that they are in. */
    private void droppedRooms() {
        for (Extension old : from.all(Extension.class).toList()) {
            if (to.object(old.objectName()).isEmpty() && !isUncertain(old.objectName())) {
                changes.add(
                        Phase.DROPPED_ROOMS,
                        old.objectName(),
                        new DropExtension(
                                old.name(), false, false, new CreateExtension.Options(old.schema(), old.version())));
            }
        }
        for (Namespace old : from.all(Namespace.class).toList()) {
            if (to.object(old.objectName()).isEmpty() && !isUncertain(old.objectName())) {
                changes.add(Phase.DROPPED_ROOMS, old.objectName(), new DropSchema(old.name(), null, false, false));
            }
        }
    }

    // ---- triggers and policies ----

    private void create(Trigger trigger) {
        Phase phase = views.isLate(trigger.table()) ? Phase.LATE_TRIGGERS : Phase.TRIGGERS;
        changes.add(
                phase, trigger.objectName(), new CreateTrigger(trigger.firing(Trigger.Firing.ORIGIN), false, false));
        if (trigger.options().firing() != Trigger.Firing.ORIGIN) {
            changes.addAll(phase, trigger.objectName(), rules.firing(trigger));
        }
    }

    /** Also where its table goes, which would take it along: it can be created again from what it was. */
    private void drop(Trigger trigger) {
        Trigger was = trigger.firing(Trigger.Firing.ORIGIN);
        changes.add(
                Phase.RELEASED,
                trigger.objectName(),
                new DropTrigger(trigger.name(), trigger.table(), false, false, was));
    }

    private boolean stays(QualifiedName relation) {
        return to.object(ObjectName.of(ObjectKind.TABLE, relation)).isPresent()
                || to.object(ObjectName.of(ObjectKind.VIEW, relation)).isPresent();
    }

    private void replace(Trigger old, Trigger wanted) {
        boolean firesOtherwise = form.of(old.firing(wanted.options().firing())).equals(form.of(wanted));
        if (firesOtherwise && !isReleased(old)) {
            changes.addAll(Phase.TRIGGERS, wanted.objectName(), rules.firing(wanted));
            return;
        } else if (!isReleased(old)) {
            drop(old);
        }
        create(wanted);
    }

    private void create(Policy policy) {
        changes.addAll(Phase.TRIGGERS, policy.objectName(), rules.create(policy));
    }

    private void drop(Policy policy) {
        if (stays(policy.table())) {
            changes.addAll(Phase.RELEASED, policy.objectName(), rules.drop(policy));
        }
    }

    private void replace(Policy old, Policy wanted) {
        drop(old);
        create(wanted);
    }
}
