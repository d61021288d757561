package dev.retort.internal.cli.render;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a drawing that grows downwards. A column that is in use leads to one revision further down, and no two
 * lead to the same: lines that have the same end are joined as soon as that is known, so that a column is free for the
 * next branch early.
 */
final class Lanes {

    private static final String NOTHING = "";

    private final Strokes strokes;
    private final List<@Nullable String> ends = new ArrayList<>();
    private int justEnded = -1;

    Lanes(Strokes strokes) {
        this.strokes = strokes;
    }

    /** Finds the column of a revision; a line of the drawing if one must come before it, else an empty text. */
    String approach(String id) {
        if (ends.contains(id)) {
            return NOTHING;
        }
        int column = free(-1);
        put(column, id);
        if (column != justEnded) {
            return NOTHING;
        }
        // Just below the end of another line it would look like what that one leads to.
        ends.set(column, null);
        String between = passing();
        ends.set(column, id);
        return between;
    }

    /** The line of a revision that was approached. */
    String at(String id, Strokes.Mark mark) {
        return replaced(passing(), ends.indexOf(id), strokes.mark(mark));
    }

    /** A line on which nothing happens. */
    String passing() {
        return line(new int[ends.size()], -1, -1);
    }

    /**
     * Leaves a revision for those below it; a line of the drawing if that takes one, else an empty text.
     *
     * @param below the revisions it leads to that are in the drawing
     * @param open whether it leads to some that are not
     */
    String leave(String id, List<String> below, boolean open) {
        int column = ends.indexOf(id);
        ends.set(column, null);
        justEnded = below.isEmpty() ? column : -1;
        if (!below.isEmpty()) {
            return fork(column, new LinkedHashSet<>(below));
        }
        return open ? replaced(passing(), column, strokes.open()) : NOTHING;
    }

    private String fork(int column, Set<String> below) {
        int only = below.size() == 1 ? ends.indexOf(below.iterator().next()) : -1;
        return only > column ? together(column, only) : parted(column, below);
    }

    /** Two lines with the same end go on in the left one's column, which keeps the drawing to the left. */
    private String together(int left, int right) {
        ends.set(left, ends.get(right));
        ends.set(right, null);
        int[] directions = new int[ends.size()];
        directions[left] = Strokes.UP | Strokes.DOWN | Strokes.RIGHT;
        directions[right] = Strokes.UP | Strokes.LEFT;
        return line(directions, left, right);
    }

    private String parted(int column, Set<String> below) {
        List<String> unseen = new ArrayList<>(below);
        unseen.removeIf(ends::contains);
        int[] directions = new int[ends.size() + unseen.size() + 1];
        directions[column] = Strokes.UP;
        if (!unseen.isEmpty()) {
            ends.set(column, unseen.remove(0));
            directions[column] |= Strokes.DOWN;
        }
        Set<Integer> targets = new LinkedHashSet<>();
        below.stream()
                .map(ends::indexOf)
                .filter(end -> end >= 0 && end != column)
                .forEach(end -> {
                    targets.add(end);
                    directions[end] |= Strokes.UP | Strokes.DOWN;
                });
        for (String end : unseen) {
            int target = free(column);
            put(target, end);
            targets.add(target);
            directions[target] |= Strokes.DOWN;
        }
        if (targets.isEmpty()) {
            return NOTHING;
        }
        int first = Math.min(column, targets.stream().min(Integer::compare).orElseThrow());
        int last = Math.max(column, targets.stream().max(Integer::compare).orElseThrow());
        targets.add(column);
        for (int target : targets) {
            directions[target] |= (target > first ? Strokes.LEFT : 0) | (target < last ? Strokes.RIGHT : 0);
        }
        return line(directions, first, last);
    }

    /** A line, with a stroke from the first to the last column that passes below the columns without a direction. */
    private String line(int[] directions, int first, int last) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < Math.max(ends.size(), last + 1); column++) {
            boolean crossed = column >= first && column <= last;
            int passing = crossed ? Strokes.LEFT | Strokes.RIGHT : 0;
            if (column < ends.size() && ends.get(column) != null) {
                passing = Strokes.UP | Strokes.DOWN;
            }
            line.append(strokes.joint(directions[column] == 0 ? passing : directions[column]));
            line.append(column >= first && column < last ? strokes.joint(Strokes.LEFT | Strokes.RIGHT) : ' ');
        }
        return line.toString();
    }

    private static String replaced(String line, int column, char character) {
        StringBuilder changed = new StringBuilder(line);
        changed.setCharAt(2 * column, character);
        return changed.toString();
    }

    /** A column not in use: the next one after that, else one before it, else a new one. */
    private int free(int after) {
        for (int column = after + 1; column < ends.size(); column++) {
            if (ends.get(column) == null) {
                return column;
            }
        }
        int before = ends.indexOf(null);
        return before >= 0 ? before : ends.size();
    }

    private void put(int column, String end) {
        if (column == ends.size()) {
            ends.add(end);
        } else {
            ends.set(column, end);
        }
    }
}
