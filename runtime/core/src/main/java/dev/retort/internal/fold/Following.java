package dev.retort.internal.fold;

import dev.retort.internal.schema.Policy;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Trigger;

/** What follows a table to its new name, apart from what is part of it. */
final class Following {

    private final WorkingSchema schema;

    Following(WorkingSchema schema) {
        this.schema = schema;
    }

    /** What belongs to a table, or names it, after it got another name. */
    void table(QualifiedName old, QualifiedName renamed) {
        new SequenceFolding(schema).followTable(old, renamed);
        for (Trigger trigger : schema.all(Trigger.class)) {
            if (schema.same(trigger.table(), old)) {
                schema.rename(trigger.objectName(), trigger.of(renamed));
            }
            if (trigger.body() != null && new Dependents(schema).reads(trigger.body(), old)) {
                schema.doubt(trigger.of(schema.same(trigger.table(), old) ? renamed : trigger.table())
                        .objectName());
            }
        }
        for (Policy policy : schema.all(Policy.class)) {
            if (schema.same(policy.table(), old)) {
                schema.rename(policy.objectName(), policy.of(renamed));
            }
        }
    }
}
