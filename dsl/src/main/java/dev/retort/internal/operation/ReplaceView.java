package dev.retort.internal.operation;

import dev.retort.internal.schema.View;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Gives a view another query. What belongs to the view, such as its triggers and privileges, stays, and so do the options
 * that are not named.
 *
 * @param was the view as it was, as far as the change concerns it, so that it can be had again; null when the author did
 *     not say
 * @param reset the options that are taken from the view
 */
public record ReplaceView(View view, @Nullable View was, SortedSet<String> reset) implements ObjectOperation {

    public ReplaceView {
        reset = Collections.unmodifiableSortedSet(new TreeSet<>(reset));
    }

    @Override
    public Inverse inverse() {
        if (was == null) {
            return Inverse.none(
                    "what the view was before is not known; give its old query with was:, and what options it had with"
                            + " existingWith: and existingCheckOption: where they change");
        }
        return Inverse.of(new ReplaceView(
                was, view, without(view.options().names(), was.options().names())));
    }

    private static SortedSet<String> without(Set<String> names, Set<String> others) {
        SortedSet<String> left = new TreeSet<>(names);
        left.removeAll(others);
        return left;
    }

    @Override
    public Operation withoutFormer() {
        return new ReplaceView(view, null, reset);
    }

    @Override
    public <R> R accept(ObjectOperation.Visitor<R> visitor) {
        return visitor.replaceView(this);
    }
}
