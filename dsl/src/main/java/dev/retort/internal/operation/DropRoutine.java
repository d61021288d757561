package dev.retort.internal.operation;

import dev.retort.internal.schema.Routine;
import org.jspecify.annotations.Nullable;

/**
 * Drops a function or a procedure.
 *
 * @param cascade drops the triggers and other objects that use it as well
 * @param was the routine as it was, so that it can be created again; null when the author did not say
 */
public record DropRoutine(
        Routine.Signature routine,
        boolean ifExists,
        boolean cascade,
        @Nullable Routine was) implements ObjectOperation {
    @Override
    public Inverse inverse() {
        if (ifExists) {
            return Inverse.unsure("ifExists", "routine");
        }
        return was == null
                ? Inverse.none("what is dropped cannot be created again without its definition;"
                        + " give its body with was:, and the options it was created with")
                : Inverse.of(new CreateRoutine(was, false, null));
    }

    @Override
    public String verb() {
        return routine.procedure() ? "dropProcedure" : "dropFunction";
    }

    @Override
    public Operation withoutFormer() {
        return new DropRoutine(routine, ifExists, cascade, null);
    }

    @Override
    public <R> R accept(ObjectOperation.Visitor<R> visitor) {
        return visitor.dropRoutine(this);
    }
}
