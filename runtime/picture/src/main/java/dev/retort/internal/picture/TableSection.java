package dev.retort.internal.picture;

import dev.retort.TableOutline;

/** A table of the page in words, with the long names that the drawing cuts. */
final class TableSection {

    private final Markup out;

    TableSection(Markup out) {
        this.out = out;
    }

    void table(ShownTable table) {
        out.open("details", "class", ("table " + table.change().word()).strip()).open("summary");
        out.leaf("code", table.name())
                .text(" ")
                .leaf("em", table.change().word())
                .close();
        out.open("div", "id", table.id());
        String comment = table.table().comment();
        if (comment != null) {
            out.open("p").lines(comment).close();
        }
        out.open("table").open("thead").open("tr");
        for (String head : new String[] {"Column", "Type", "", "Comment"}) {
            out.leaf("th", head, "scope", "col");
        }
        out.close().close().open("tbody");
        table.columns().forEach(column -> column(column.part(), column.change()));
        out.close().close();
        if (!table.keys().isEmpty()) {
            out.open("ul");
            table.keys()
                    .forEach(key -> out.leaf(
                            "li",
                            key.change().sign() + KeyText.of(key.part()),
                            "class",
                            key.change().word()));
            out.close();
        }
        out.close().closeLine();
    }

    private void column(TableOutline.Column column, ShownTable.Change change) {
        out.open("tr", "class", change.word());
        out.open("td").leaf("code", change.sign() + column.name()).close();
        out.leaf("td", column.type());
        out.leaf("td", column.primaryKey() ? "primary key" : column.nullable() ? "" : "not null");
        out.open("td")
                .lines(column.comment() == null ? "" : column.comment())
                .close()
                .close();
    }
}
