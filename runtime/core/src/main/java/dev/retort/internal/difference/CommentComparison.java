package dev.retort.internal.difference;

import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.schema.Table;
import dev.retort.internal.schema.View;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Compares the comments of what is no table and no column of a table. */
final class CommentComparison {

    private final Schema from;
    private final Schema to;
    private final DifferenceRules rules;
    private final Changes changes;
    private final Set<ObjectName> created;
    private final Predicate<QualifiedName> late;

    /**
     * @param created what was dropped and created again, so that its comments are gone
     * @param late whether a view is created after columns are dropped
     */
    CommentComparison(
            Schema from,
            Schema to,
            DifferenceRules rules,
            Changes changes,
            Set<ObjectName> created,
            Predicate<QualifiedName> late) {
        this.from = from;
        this.to = to;
        this.rules = rules;
        this.changes = changes;
        this.created = created;
        this.late = late;
    }

    void compare() {
        if (!rules.folding().keepsComments()) {
            return;
        }
        SortedSet<ObjectName> names = new TreeSet<>(from.comments().keySet());
        names.addAll(to.comments().keySet());
        for (ObjectName name : names) {
            Map<ObjectName, String> before = isCreated(name) ? Map.of() : from.comments();
            String old = before.get(name);
            String wanted = to.comments().get(name);
            boolean gone = wanted == null && !isThere(name);
            if (!gone && !Objects.equals(old, wanted)) {
                Phase phase = late.test(name.name()) ? Phase.LATE_COMMENTS : Phase.COMMENTS;
                changes.addAll(phase, name, rules.comment(name, wanted, to));
            }
        }
    }

    private boolean isCreated(ObjectName name) {
        return created.contains(name) || created.contains(ObjectName.of(ObjectKind.VIEW, name.name()));
    }

    /** Whether what it is about is still there to have none. */
    private boolean isThere(ObjectName name) {
        return switch (name.kind()) {
            case COLUMN, CONSTRAINT, TRIGGER, POLICY ->
                to.objects().keySet().stream()
                        .anyMatch(
                                each -> each.name().equals(name.name()) && (each.part() == null || each.equals(name)));
            case INDEX ->
                to.tables().anyMatch(table -> hasIndex(table, name.name()))
                        || to.all(View.class)
                                .anyMatch(view -> view.indexes().stream()
                                        .anyMatch(index ->
                                                index.name().equals(name.name().name())));
            // The schema public is no object, and is there all the time.
            default -> to.object(name).isPresent() || from.object(name).isEmpty();
        };
    }

    /** Of its own, or by which a constraint is kept. */
    private static boolean hasIndex(Table table, QualifiedName index) {
        return Objects.equals(table.name().schema(), index.schema())
                && (table.indexes().stream().anyMatch(each -> each.name().equals(index.name()))
                        || table.constraints().stream()
                                .anyMatch(each -> index.name().equals(each.name())));
    }
}
