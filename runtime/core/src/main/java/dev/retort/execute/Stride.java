package dev.retort.execute;

import dev.retort.operation.Backfill;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells where the next batch ends without a search, which would read each of its rows once more: of a key of whole numbers with few
 * gaps, as sequences make them, that is as many numbers further as a batch may have rows.
 */
final class Stride {

    private final int size;
    private final long greatest;
    private boolean dense;

    /** @param greatest the last key there was at first; what was added behind it meanwhile is to be searched for */
    Stride(Backfill.Batches batches, long greatest) {
        this.size = batches.size();
        this.greatest = greatest;
    }

    /** The end of the next batch; null where it must be searched for. */
    @Nullable
    List<String> end(@Nullable List<String> after) {
        if (!dense || after == null) {
            return null;
        }
        long from = Long.parseLong(after.get(0));
        // A distance that no number can hold is a negative one.
        return greatest >= from && greatest - from >= size ? List.of(Long.toString(from + size)) : null;
    }

    /** Learns from a batch that was full. */
    void found(@Nullable List<String> after, List<String> end) {
        dense = after != null && isMost(size, Long.parseLong(end.get(0)) - Long.parseLong(after.get(0)));
    }

    /** Learns how many rows there were up to the end that it told. */
    void set(long rows) {
        dense = isMost(rows, size);
    }

    private static boolean isMost(long part, long whole) {
        // Three quarters of it; a difference that went over is below zero.
        return whole >= 0 && part >= whole - whole / 4;
    }
}
