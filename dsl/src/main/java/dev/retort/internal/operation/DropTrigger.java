package dev.retort.internal.operation;

import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * Drops a trigger.
 *
 * @param was the trigger as it was, so that it can be created again; null when the author did not say
 */
public record DropTrigger(
        String trigger,
        QualifiedName table,
        boolean ifExists,
        boolean cascade,
        @Nullable Trigger was) implements ObjectOperation {
    @Override
    public Inverse inverse() {
        if (ifExists) {
            return Inverse.unsure("ifExists", "trigger");
        }
        return was == null
                ? Inverse.none("a dropped trigger cannot be created again without its definition;"
                        + " give it as createTrigger has it")
                : Inverse.of(new CreateTrigger(was, false, false));
    }

    @Override
    public Operation withoutFormer() {
        return new DropTrigger(trigger, table, ifExists, cascade, null);
    }

    @Override
    public <R> R accept(ObjectOperation.Visitor<R> visitor) {
        return visitor.dropTrigger(this);
    }
}
