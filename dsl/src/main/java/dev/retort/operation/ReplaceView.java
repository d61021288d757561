package dev.retort.operation;

import dev.retort.schema.View;
import org.jspecify.annotations.Nullable;

/**
 * Gives a view another query. What belongs to the view, such as its triggers and privileges, stays.
 *
 * @param was the view as it stood, so that it can be had again; null when the author did not say
 */
public record ReplaceView(View view, @Nullable View was) implements ObjectOperation {
    @Override
    public Inverse inverse() {
        return was == null
                ? Inverse.none("what the view was before is not known; give its old query with was:")
                : Inverse.of(new ReplaceView(was, view));
    }

    @Override
    public <R> R accept(ObjectOperation.Visitor<R> visitor) {
        return visitor.replaceView(this);
    }
}
