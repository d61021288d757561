package dev.retort.internal.picture;

import dev.retort.internal.drawing.DrawnRevision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The column of each revision in a drawing with a row for each, the newest above, and that of each line to one below. A
 * column is a line's, and nobody else's, until the line has come to its end.
 */
final class RevisionLanes {

    private final Map<String, Integer> rows = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    /** What the line in each column leads to. */
    private final List<@Nullable String> ends = new ArrayList<>();

    private int columns = 1;

    record Node(DrawnRevision revision, int row, int column) {}

    /**
     * @param dependency it depends on that one, and does not follow it
     * @param column that it goes down in
     */
    record Line(String from, String to, boolean dependency, int column) {}

    RevisionLanes(List<DrawnRevision> revisions) {
        revisions.forEach(each -> rows.put(each.view().id(), rows.size()));
        revisions.forEach(this::place);
    }

    private void place(DrawnRevision revision) {
        String id = revision.view().id();
        int column = ends.indexOf(id);
        if (column < 0) {
            column = free();
        }
        ends.replaceAll(end -> id.equals(end) ? null : end);
        nodes.add(new Node(revision, nodes.size(), column));
        Set<String> seen = new HashSet<>();
        for (String below : revision.view().downRevisions()) {
            column = lead(new Line(id, below, false, column), seen);
        }
        for (String below : revision.view().dependsOn()) {
            column = lead(new Line(id, below, true, column), seen);
        }
        columns = Math.max(columns, ends.size());
    }

    /** Takes the revision's own column if that is free, which keeps the drawing to the left, else that of a line to the same end. */
    private int lead(Line line, Set<String> seen) {
        if (!seen.add(line.to()) || rows.getOrDefault(line.to(), -1) <= rows.getOrDefault(line.from(), 0)) {
            return line.column();
        }
        int column = ends.indexOf(line.to());
        boolean ownIsFree = ends.get(line.column()) == null;
        if (ownIsFree && (column < 0 || column > line.column())) {
            column = line.column();
        } else if (column < 0) {
            column = free();
        }
        ends.set(column, line.to());
        lines.add(new Line(line.from(), line.to(), line.dependency(), column));
        return line.column();
    }

    private int free() {
        for (int column = 0; column < ends.size(); column++) {
            if (ends.get(column) == null) {
                return column;
            }
        }
        ends.add(null);
        return ends.size() - 1;
    }

    List<Node> nodes() {
        return nodes;
    }

    List<Line> lines() {
        return lines;
    }

    int columns() {
        return columns;
    }

    Node node(String id) {
        return nodes.get(Objects.requireNonNull(rows.get(id)));
    }
}
