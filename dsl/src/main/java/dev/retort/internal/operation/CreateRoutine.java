package dev.retort.internal.operation;

import dev.retort.internal.schema.Routine;
import org.jspecify.annotations.Nullable;

/**
 * Creates a function or a procedure.
 *
 * @param replace in the place of the one of that name and those arguments, where there is one
 * @param was the body of the one that is replaced; null when the author did not say
 */
public record CreateRoutine(
        Routine routine, boolean replace, @Nullable String was) implements ObjectOperation {
    @Override
    public Inverse inverse() {
        if (!replace) {
            return Inverse.of(new DropRoutine(routine.signature(), false, false, routine));
        }
        return was == null
                ? Inverse.none("with replace it is not known what it did before; give the old body with was:")
                : Inverse.of(new CreateRoutine(routine.withBody(was), true, routine.body()));
    }

    @Override
    public String verb() {
        return routine.signature().procedure() ? "createProcedure" : "createFunction";
    }

    @Override
    public Operation withoutFormer() {
        return new CreateRoutine(routine, replace, null);
    }

    @Override
    public <R> R accept(ObjectOperation.Visitor<R> visitor) {
        return visitor.createRoutine(this);
    }
}
