package dev.retort.internal.picture;

import dev.retort.TableOutline;
import java.util.List;
import java.util.Locale;

/** The tables and their keys as SVG. */
final class TableDiagram {

    private static final double PADDING = 8;
    private static final double BASELINE = 5;

    private final Markup out;
    private final TableLayout layout;

    TableDiagram(Markup out, TableLayout layout) {
        this.out = out;
        this.layout = layout;
    }

    /** Inside an element {@code svg} that is as large as the layout. */
    void draw() {
        layout.lines().forEach(this::line);
        layout.tables().forEach(this::table);
    }

    private void line(TableLayout.Line line) {
        String change = line.from().change() == ShownTable.Change.CHANGED
                ? line.key().change().word()
                : line.from().change().word();
        out.open("g", "class", ("key " + change).strip());
        out.leaf("title", line.from().name() + "." + KeyText.of(line.key().part()));
        StringBuilder path = new StringBuilder();
        for (TableLayout.Point point : line.points()) {
            path.append(path.isEmpty() ? "M" : " L")
                    .append(number(point.x()))
                    .append(' ')
                    .append(number(point.y()));
        }
        out.empty("path", "d", path.toString());
        TableLayout.Point one = line.points().get(0);
        TableLayout.Point many = line.points().get(line.points().size() - 1);
        out.empty("path", "d", "M" + number(one.x() + 6) + " " + number(one.y() - 4) + " v8");
        out.empty("path", "d", "M" + number(many.x()) + " " + number(many.y() - 4) + " l-8 4 l8 4");
        out.closeLine();
    }

    private void table(TableLayout.Placed placed) {
        TableBox shape = placed.shape();
        ShownTable table = shape.table();
        String change = table.change().word();
        out.open("g", "class", ("table " + change).strip(), "data-table", table.name());
        out.leaf("title", title(table));
        out.open("a", "href", "#" + table.id());
        rectangle("box", placed, shape.height());
        rectangle("head", placed, TableBox.HEAD);
        text(shape.title(), "name", placed.x() + PADDING, placed.y() + TableBox.HEAD / 2 + BASELINE);
        out.close();
        List<ShownTable.Part<TableOutline.Column>> columns = table.columns();
        for (int row = 0; row < columns.size(); row++) {
            column(placed, columns.get(row), TableBox.HEAD + row * TableBox.ROW + TableBox.ROW / 2 + BASELINE);
        }
        out.closeLine();
    }

    private static String title(ShownTable table) {
        String comment = table.table().comment();
        String change = table.change().word();
        return table.name() + (change.isEmpty() ? "" : " (" + change + ")") + (comment == null ? "" : ": " + comment);
    }

    private void column(TableLayout.Placed placed, ShownTable.Part<TableOutline.Column> column, double y) {
        TableBox shape = placed.shape();
        String change = column.change().word();
        double right = placed.x() + shape.width() - PADDING;
        text(shape.name(column), ("column " + change).strip(), placed.x() + PADDING, placed.y() + y);
        text(shape.type(column.part()), ("type " + change).strip(), right, placed.y() + y);
    }

    private void rectangle(String kind, TableLayout.Placed placed, double height) {
        out.empty(
                "rect",
                "class",
                kind,
                "x",
                number(placed.x()),
                "y",
                number(placed.y()),
                "width",
                number(placed.shape().width()),
                "height",
                number(height),
                "rx",
                "4");
    }

    private void text(String text, String kind, double x, double y) {
        out.leaf("text", text, "class", kind, "x", number(x), "y", number(y));
    }

    /** Shorter than Java writes it, and with a point everywhere. */
    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
