package dev.retort.internal.run.backfill;

import dev.retort.internal.operation.Backfill;
import dev.retort.internal.run.resume.Bookmark;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Computes where the next batch ends without a search, which would read each of its rows once more: of a key of whole numbers
 * with few gaps, as sequences make them, that is as many numbers further as a batch may have rows. It keeps nothing in
 * mind, so that a run that was interrupted makes the same batches as one that was not.
 */
public final class Stride {

    private final int size;
    private final long greatest;

    /** @param greatest the last key there was at first; what was added after it in the meantime is to be searched for */
    Stride(Backfill.Batches batches, long greatest) {
        this.size = batches.size();
        this.greatest = greatest;
    }

    /** The end of the next batch; null where it must be searched for. */
    @Nullable
    List<String> end(Bookmark at) {
        if (!at.dense() || at.after() == null) {
            return null;
        }
        long from = Long.parseLong(at.after().get(0));
        // A distance that no number can hold is a negative one.
        return greatest >= from && greatest - from >= size ? List.of(Long.toString(from + size)) : null;
    }

    /** Whether a batch that was searched for, and was full, shows few gaps. */
    boolean isDense(@Nullable List<String> after, List<String> end) {
        return after != null && isMost(size, Long.parseLong(end.get(0)) - Long.parseLong(after.get(0)));
    }

    /** Whether a batch whose end was computed does, by the rows it had. */
    boolean isDense(long rows) {
        return isMost(rows, size);
    }

    private static boolean isMost(long part, long whole) {
        // Three quarters of it; a difference that went over is below zero.
        return whole >= 0 && part >= whole - whole / 4;
    }
}
