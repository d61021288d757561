package dev.retort.internal.picture;

import static dev.retort.internal.picture.TableDiagram.number;

import dev.retort.RevisionView;
import dev.retort.internal.drawing.DrawnRevision.Mark;

/** The revisions as SVG: a row for each, the newest above, and lines to those that it follows. */
final class RevisionDiagram {

    static final double ROW = 26;

    private static final double COLUMN = 20;
    private static final double MARGIN = 16;
    private static final double RADIUS = 6;
    private static final double BASELINE = 4;
    private static final int LONGEST_MESSAGE = 72;

    private final Markup out;
    private final RevisionLanes lanes;

    RevisionDiagram(Markup out, RevisionLanes lanes) {
        this.out = out;
        this.lanes = lanes;
    }

    double width() {
        int widest = lanes.nodes().stream()
                .mapToInt(node -> Cells.of(text(node)))
                .max()
                .orElse(0);
        return left() + widest * Cells.WIDTH + MARGIN;
    }

    double height() {
        return lanes.nodes().size() * ROW + MARGIN;
    }

    /** Inside an element {@code svg}. */
    void draw() {
        lanes.lines().forEach(this::line);
        lanes.nodes().forEach(this::node);
    }

    private double left() {
        return lanes.columns() * COLUMN + MARGIN;
    }

    private static double x(int column) {
        return MARGIN + column * COLUMN;
    }

    private static double y(int row) {
        return MARGIN / 2 + row * ROW + ROW / 2;
    }

    private void line(RevisionLanes.Line line) {
        RevisionLanes.Node from = lanes.node(line.from());
        RevisionLanes.Node to = lanes.node(line.to());
        StringBuilder path = new StringBuilder("M" + number(x(from.column())) + " " + number(y(from.row())));
        double column = x(from.column());
        if (to.row() > from.row() + 1) {
            bend(path, column, x(line.column()), y(from.row() + 1));
            column = x(line.column());
            path.append(" V").append(number(y(to.row() - 1)));
        }
        bend(path, column, x(to.column()), y(to.row()));
        out.open("g", "class", line.dependency() ? "follows depends" : "follows");
        out.leaf("title", line.from() + (line.dependency() ? " depends on " : " follows ") + line.to());
        out.empty("path", "d", path.toString());
        out.closeLine();
    }

    /** To a place in the next row, upright at both ends. */
    private static void bend(StringBuilder path, double from, double x, double y) {
        String middle = " " + number(y - ROW / 2);
        path.append(" C")
                .append(number(from))
                .append(middle)
                .append(' ')
                .append(number(x))
                .append(middle)
                .append(' ')
                .append(number(x))
                .append(' ')
                .append(number(y));
    }

    private void node(RevisionLanes.Node node) {
        RevisionView view = node.revision().view();
        out.open("g", "class", "revision " + kind(node), "data-revision", view.id());
        out.leaf("title", view.id() + marks(node));
        out.open("a", "href", "#r" + node.row());
        out.empty("circle", "cx", number(x(node.column())), "cy", number(y(node.row())), "r", number(RADIUS));
        out.leaf("text", text(node), "x", number(left()), "y", number(y(node.row()) + BASELINE));
        out.close().closeLine();
    }

    private static String text(RevisionLanes.Node node) {
        RevisionView view = node.revision().view();
        return view.id() + "  " + Cells.cut(view.message(), LONGEST_MESSAGE) + marks(node);
    }

    private static String marks(RevisionLanes.Node node) {
        String words = RevisionWords.of(node.revision());
        return words.isEmpty() ? "" : " [" + words + "]";
    }

    /** What decides its colour. */
    private static String kind(RevisionLanes.Node node) {
        for (Mark wrong : new Mark[] {Mark.INTERRUPTED, Mark.NEVER_RUN, Mark.EDITED, Mark.MISSING}) {
            if (node.revision().marks().contains(wrong)) {
                return "wrong";
            }
        }
        if (node.revision().marks().contains(Mark.CURRENT)) {
            return "current";
        }
        return node.revision().marks().contains(Mark.APPLIED) ? "applied" : "pending";
    }
}
