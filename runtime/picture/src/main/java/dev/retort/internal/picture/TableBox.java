package dev.retort.internal.picture;

import dev.retort.TableOutline;
import java.util.List;

/** How large the box of a table is, and where in it things are. */
final class TableBox {

    static final double ROW = 18;
    static final double HEAD = 24;

    private static final double PADDING = 8;
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_TYPE = 28;
    /** Between a column's name and its type. */
    private static final int GAP = 2;

    private final ShownTable table;

    TableBox(ShownTable table) {
        this.table = table;
    }

    ShownTable table() {
        return table;
    }

    String title() {
        return table.change().sign() + Cells.cut(table.name(), LONGEST_NAME);
    }

    String name(ShownTable.Part<TableOutline.Column> column) {
        String sign = column.change().sign();
        return sign
                + (column.part().primaryKey() ? "⚷ " : "")
                + Cells.cut(column.part().name(), LONGEST_NAME);
    }

    /** A question mark stands for that it may be null. */
    String type(TableOutline.Column column) {
        return Cells.cut(column.type(), LONGEST_TYPE) + (column.nullable() ? "?" : "");
    }

    double width() {
        List<ShownTable.Part<TableOutline.Column>> columns = table.columns();
        int widest = columns.stream()
                .mapToInt(each -> Cells.of(name(each)) + GAP + Cells.of(type(each.part())))
                .max()
                .orElse(0);
        // The title is bold, which some fonts make wider.
        return Math.ceil(Math.max(widest, Cells.of(title()) * 1.1) * Cells.WIDTH + 2 * PADDING);
    }

    double height() {
        return HEAD + Math.max(1, table.columns().size()) * ROW + PADDING / 2;
    }

    /** The middle of a column's row; that of the title where there is no such column. */
    double middle(List<String> columns) {
        for (int row = 0; row < table.columns().size(); row++) {
            if (columns.contains(table.columns().get(row).part().name())) {
                return HEAD + row * ROW + ROW / 2;
            }
        }
        return HEAD / 2;
    }
}
