package dev.retort.internal.picture;

import dev.retort.RevisionView;
import dev.retort.TableOutline;
import dev.retort.internal.drawing.Drawing;
import dev.retort.internal.drawing.DrawnRevision;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One graph of Graphviz, with the revisions and the tables each in a frame. */
final class DotText {

    private final StringBuilder out = new StringBuilder();

    private DotText() {}

    static String of(Drawing drawing) {
        DotText text = new DotText();
        text.out.append("digraph retort {\n");
        text.line("graph [rankdir=LR, fontname=\"monospace\"]");
        text.line("node [shape=plain, fontname=\"monospace\", fontsize=11]");
        text.line("subgraph cluster_revisions {");
        text.line("label=\"Revisions\"");
        text.revisions(drawing.revisions());
        text.line("}");
        text.line("subgraph cluster_tables {");
        text.line("label=\"Tables\"");
        text.tables(ShownTable.of(drawing.schema()));
        text.line("}");
        return text.out.append("}\n").toString();
    }

    private void revisions(List<DrawnRevision> revisions) {
        Map<String, String> ids = new HashMap<>();
        for (DrawnRevision revision : revisions) {
            String id = "r" + ids.size();
            ids.put(revision.view().id(), id);
            String words = RevisionWords.of(revision);
            line(id + " [shape=box, label=<"
                    + label(revision.view().id() + " " + revision.view().message())
                    + (words.isEmpty() ? "" : "<BR/>" + label(words)) + ">]");
        }
        for (DrawnRevision revision : revisions) {
            RevisionView view = revision.view();
            String id = ids.get(view.id());
            view.downRevisions().stream().filter(ids::containsKey).forEach(to -> line(ids.get(to) + " -> " + id));
            view.dependsOn().stream()
                    .filter(ids::containsKey)
                    .forEach(to -> line(ids.get(to) + " -> " + id + " [style=dashed]"));
        }
    }

    private void tables(List<ShownTable> tables) {
        Map<String, ShownTable> named = tables.stream().collect(Collectors.toMap(ShownTable::name, table -> table));
        tables.forEach(table -> line(table.id() + " [label=<" + rows(table) + ">]"));
        for (ShownTable table : tables) {
            for (ShownTable.Part<TableOutline.Key> key : table.keys()) {
                ShownTable to = named.get(key.part().table());
                if (to != null) {
                    line(port(to, key.part().referenced()) + ":e -> "
                            + port(table, key.part().columns())
                            + ":w [dir=both, arrowtail=tee, arrowhead=crow, tooltip="
                            + quoted(KeyText.of(key.part())) + "]");
                }
            }
        }
    }

    private static String rows(ShownTable table) {
        StringBuilder rows = new StringBuilder("<TABLE BORDER=\"0\" CELLBORDER=\"1\" CELLSPACING=\"0\">");
        rows.append("<TR><TD PORT=\"head\" BGCOLOR=\"#dddddd\"><B>")
                .append(label(table.change().sign() + table.name()))
                .append("</B></TD></TR>");
        for (int i = 0; i < table.columns().size(); i++) {
            ShownTable.Part<TableOutline.Column> column = table.columns().get(i);
            rows.append("<TR><TD ALIGN=\"LEFT\" PORT=\"c").append(i).append("\">");
            rows.append(label(column.change().sign() + column.part().name() + " "
                    + column.part().type() + (column.part().nullable() ? "?" : "")
                    + (column.part().primaryKey() ? " PK" : "")));
            rows.append("</TD></TR>");
        }
        return rows.append("</TABLE>").toString();
    }

    private static String port(ShownTable table, List<String> columns) {
        for (int i = 0; i < table.columns().size(); i++) {
            if (columns.contains(table.columns().get(i).part().name())) {
                return table.id() + ":c" + i;
            }
        }
        return table.id() + ":head";
    }

    /** In what Graphviz calls an HTML string; an empty one is none. */
    private static String label(String text) {
        String line = Markup.line(text);
        return line.isBlank() ? "&#160;" : Markup.escaped(line);
    }

    private static String quoted(String text) {
        return "\"" + Markup.line(text).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private void line(String text) {
        out.append("  ").append(text).append('\n');
    }
}
