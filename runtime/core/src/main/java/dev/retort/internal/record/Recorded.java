package dev.retort.internal.record;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the history last says of each revision; failures do not count, for they left nothing. */
public final class Recorded {

    /** A history without entries. */
    public static final Recorded NOTHING = new Recorded(Map.of());

    /**
     * The last thing that was done with a revision.
     *
     * @param id of the history's row
     * @param direction {@code upgrade}, {@code downgrade}, {@code stamp}, {@code unstamp} or {@code repair}
     * @param checksum of the script that was run or accepted; null where none was
     * @param meaningChecksum of the same
     */
    public record Event(
            long id,
            String direction,
            @Nullable String checksum,
            @Nullable String meaningChecksum) {

        /** Whether somebody accepted a script for what was run, or, without one, that it is gone. */
        public boolean isRepair() {
            return direction.equals("repair");
        }

        boolean applies() {
            return direction.equals("upgrade") || direction.equals("stamp") || isRepair() && meaningChecksum != null;
        }
    }

    private final SortedMap<String, Event> last;

    public Recorded(Map<String, Event> last) {
        this.last = Collections.unmodifiableSortedMap(new TreeMap<>(last));
    }

    /** The revisions that were applied, or stamped as applied, and not reverted since. */
    public SortedSet<String> applied() {
        SortedSet<String> applied = new TreeSet<>();
        last.forEach((revision, event) -> {
            if (event.applies()) {
                applied.add(revision);
            }
        });
        return applied;
    }

    /**
     * The same, with those revisions that stand for others in the place of these.
     *
     * @param successors what stands for a revision, by its id
     */
    public Recorded squashed(Map<String, String> successors) {
        Map<String, Event> now = new TreeMap<>(last);
        successors.forEach((id, by) -> {
            Event event = now.remove(id);
            if (event != null && event.applies()) {
                now.putIfAbsent(by, new Event(event.id(), "stamp", null, null));
            }
        });
        return new Recorded(now);
    }

    /** Null for a revision the history does not know. */
    public @Nullable Event last(String revision) {
        return last.get(revision);
    }
}
