package dev.retort.internal.difference;

import dev.retort.internal.fold.NumberRange;
import dev.retort.internal.operation.AlterSequence;
import dev.retort.internal.operation.Change;
import dev.retort.internal.operation.CreateSequence;
import dev.retort.internal.operation.DropSequence;
import dev.retort.internal.operation.SequenceOptions;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.schema.Sequence;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares sequences. A column owns one only when both are there. */
final class SequenceComparison {

    private final Schema from;
    private final Schema to;
    private final DifferenceRules rules;
    private final Changes changes;

    SequenceComparison(Schema from, Schema to, DifferenceRules rules, Changes changes) {
        this.from = from;
        this.to = to;
        this.rules = rules;
        this.changes = changes;
    }

    void compare() {
        for (Sequence wanted : to.all(Sequence.class).toList()) {
            Optional<Sequence> old = from.object(wanted.objectName()).map(Sequence.class::cast);
            if (Certainty.isMissing(wanted.objectName(), from)) {
                continue;
            } else if (old.isEmpty()) {
                changes.add(
                        Phase.SEQUENCES,
                        wanted.objectName(),
                        new CreateSequence(wanted.name(), options(wanted), false, false));
                if (wanted.owner() != null) {
                    changes.add(Phase.OWNERS, wanted.objectName(), owned(wanted, null));
                }
            } else if (!old.get().equals(wanted)) {
                change(old.get(), wanted);
            }
        }
        for (Sequence old : from.all(Sequence.class).toList()) {
            boolean gone = to.object(old.objectName()).isEmpty() && !Certainty.isMissing(old.objectName(), to);
            if (gone && !goesWithOwner(old)) {
                changes.add(
                        TakenNames.dropping(old.name(), to, Phase.DROPPED_TYPES),
                        old.objectName(),
                        new DropSequence(old.name(), false, false, options(old)));
            }
        }
    }

    private void change(Sequence old, Sequence wanted) {
        if (!old.withOwner(null).equals(wanted.withOwner(null))) {
            changes.addAll(Phase.SEQUENCES, wanted.objectName(), rules.moved(old, wanted));
            changes.add(
                    Phase.SEQUENCES,
                    wanted.objectName(),
                    new AlterSequence(wanted.name(), difference(wanted, old), null, difference(old, wanted)));
        }
        if (!Objects.equals(old.owner(), wanted.owner())) {
            changes.add(Phase.OWNERS, wanted.objectName(), owned(wanted, old.owner()));
        }
    }

    private static AlterSequence owned(Sequence sequence, Sequence.@Nullable Owner before) {
        return new AlterSequence(sequence.name(), owner(sequence.owner()), null, owner(before));
    }

    private static SequenceOptions owner(Sequence.@Nullable Owner owner) {
        SequenceOptions.Owner option = owner == null ? null : new SequenceOptions.Owner(owner.table(), owner.column());
        return new SequenceOptions(null, null, null, null, null, null, null, new Change<>(option));
    }

    /** What is not the default of a sequence that counts in this direction. */
    private static SequenceOptions options(Sequence sequence) {
        boolean rises = sequence.increment() > 0;
        long lowest = rises ? 1 : NumberRange.of(sequence.type()).lowest();
        long highest = rises ? NumberRange.of(sequence.type()).highest() : -1;
        long first = rises ? sequence.min() : sequence.max();
        return new SequenceOptions(
                sequence.type() == ColumnType.Simple.BIGINT ? null : sequence.type(),
                sequence.start() == first ? null : sequence.start(),
                sequence.increment() == 1 ? null : sequence.increment(),
                sequence.min() == lowest ? null : new Change<>(sequence.min()),
                sequence.max() == highest ? null : new Change<>(sequence.max()),
                sequence.cache() == 1 ? null : sequence.cache(),
                sequence.cycle() ? true : null,
                null);
    }

    /** Of the one, what the other has otherwise. */
    private static SequenceOptions difference(Sequence one, Sequence other) {
        return new SequenceOptions(
                one.type().equals(other.type()) ? null : one.type(),
                one.start() == other.start() ? null : one.start(),
                one.increment() == other.increment() ? null : one.increment(),
                one.min() == other.min() ? null : new Change<>(one.min()),
                one.max() == other.max() ? null : new Change<>(one.max()),
                one.cache() == other.cache() ? null : one.cache(),
                one.cycle() == other.cycle() ? null : one.cycle(),
                null);
    }

    private boolean goesWithOwner(Sequence sequence) {
        Sequence.Owner owner = sequence.owner();
        return owner != null
                && to.table(owner.table())
                        .filter(table -> table.columns().stream()
                                .anyMatch(column -> column.name().equals(owner.column())))
                        .isEmpty();
    }
}
