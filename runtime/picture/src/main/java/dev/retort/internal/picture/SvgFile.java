package dev.retort.internal.picture;

import dev.retort.internal.drawing.Drawing;

/** Both diagrams, one below the other, in a file that needs no page around it. */
final class SvgFile {

    private static final double BETWEEN = 24;

    private SvgFile() {}

    static String of(Drawing drawing) {
        Markup out = new Markup();
        RevisionDiagram revisions = new RevisionDiagram(out, new RevisionLanes(drawing.revisions()));
        TableLayout layout = new TableLayout(ShownTable.of(drawing.schema()));
        double width = Math.max(revisions.width(), layout.width());
        double height = revisions.height() + BETWEEN + layout.height();
        open(out, "Revisions and tables", width, height);
        out.open("style").trusted(Style.text()).closeLine();
        out.empty("rect", "class", "paper", "width", "100%", "height", "100%");
        revisions.draw();
        out.open("g", "transform", "translate(0 " + TableDiagram.number(revisions.height() + BETWEEN) + ")");
        new TableDiagram(out, layout).draw();
        return out.close().closeLine().toString();
    }

    /** The element {@code svg}. */
    static void open(Markup out, String label, double width, double height) {
        String wide = TableDiagram.number(Math.ceil(width));
        String high = TableDiagram.number(Math.ceil(height));
        out.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "diagram",
                "role",
                "group",
                "aria-label",
                label,
                "width",
                wide,
                "height",
                high,
                "viewBox",
                "0 0 " + wide + " " + high);
    }
}
