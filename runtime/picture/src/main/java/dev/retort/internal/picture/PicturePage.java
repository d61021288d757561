package dev.retort.internal.picture;

import dev.retort.internal.drawing.Drawing;
import dev.retort.internal.drawing.DrawnRevision;
import dev.retort.internal.drawing.DrawnRevision.Mark;
import dev.retort.internal.drawing.DrawnSchema;
import dev.retort.internal.drawing.DrawnSchema.Before;
import java.util.ArrayList;
import java.util.List;

/** One page of HTML, which is well-formed XML as well, and loads nothing: no script, no font, no picture. */
final class PicturePage {

    private final Markup out = new Markup();
    private final Drawing drawing;
    private final List<ShownTable> tables;

    PicturePage(Drawing drawing) {
        this.drawing = drawing;
        this.tables = ShownTable.of(drawing.schema());
    }

    String text() {
        String title = "Revisions and tables" + (drawing.database() == null ? "" : " of " + drawing.database());
        out.trusted("<!DOCTYPE html>\n");
        out.open("html", "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml");
        out.open("head").empty("meta", "charset", "utf-8");
        out.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        out.empty("meta", "name", "color-scheme", "content", "light dark");
        // Nothing that a script or a database holds could load or run anything, were it ever taken for markup.
        out.empty(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; style-src 'unsafe-inline'");
        out.leaf("title", title);
        out.open("style").trusted(Style.text()).close().closeLine();
        out.open("body");
        out.open("header").leaf("h1", title);
        navigation();
        out.closeLine();
        out.open("main");
        revisions();
        schema();
        if (drawing.database() != null) {
            new LogSection(out).all(drawing.entries());
        }
        out.closeLine();
        return out.close().closeLine().toString();
    }

    private void navigation() {
        out.open("nav", "aria-label", "Parts of this page");
        out.leaf("a", "Revisions", "href", "#revisions").text(" ");
        out.leaf("a", "Tables", "href", "#tables").text(" ");
        if (drawing.schema().before() != null) {
            out.leaf("a", "Changes", "href", "#changes").text(" ");
        }
        if (drawing.database() != null) {
            out.leaf("a", "Log", "href", "#log");
        }
        out.close();
    }

    private void revisions() {
        out.open("section", "id", "revisions").leaf("h2", "Revisions");
        out.leaf("p", summary());
        drawing.unexplained().forEach(sentence -> out.leaf("p", sentence, "class", "remark"));
        RevisionLanes lanes = new RevisionLanes(drawing.revisions());
        RevisionDiagram diagram = new RevisionDiagram(out, lanes);
        figure("The graph of the revisions, the newest above", diagram.width(), diagram.height(), diagram::draw);
        RevisionSection section = new RevisionSection(out, drawing);
        for (RevisionLanes.Node node : lanes.nodes()) {
            section.revision(node.revision(), "r" + node.row());
        }
        out.closeLine();
    }

    private String summary() {
        List<DrawnRevision> all = drawing.revisions();
        if (drawing.database() == null) {
            return count(all.size(), "revision") + "; no database was asked what is applied.";
        }
        List<String> counts = new ArrayList<>();
        for (Mark mark : Mark.values()) {
            long marked =
                    all.stream().filter(each -> each.marks().contains(mark)).count();
            if (marked > 0) {
                counts.add(marked + " " + mark.words());
            }
        }
        return count(all.size(), "revision") + (counts.isEmpty() ? "." : ": " + String.join(", ", counts) + ".");
    }

    private void schema() {
        DrawnSchema schema = drawing.schema();
        Before before = schema.before();
        out.open("section", "id", "tables").leaf("h2", "Tables");
        out.open("p").text(count(tables.size(), "table") + " of ").leaf("code", schema.source());
        if (before != null) {
            out.text(", compared with ").leaf("code", before.source());
            out.text(": + is new, ~ is not as it was, − is no more");
        }
        out.text(". ⚷ is a primary key, ? may be null.").close();
        schema.remarks().forEach(remark -> out.leaf("p", remark, "class", "remark"));
        TableLayout layout = new TableLayout(tables);
        figure(
                "The tables and their foreign keys",
                layout.width(),
                layout.height(),
                new TableDiagram(out, layout)::draw);
        tables.forEach(new TableSection(out)::table);
        out.closeLine();
        if (before != null) {
            changes(before);
        }
    }

    private void changes(Before before) {
        out.open("section", "id", "changes").leaf("h2", "Changes");
        out.open("p").text("What leads from ").leaf("code", before.source());
        out.text(" to ").leaf("code", drawing.schema().source()).text(", in an order that runs: ");
        out.text(count(before.changes().size(), "change") + ".").close();
        before.changes().forEach(change -> {
            out.open("details").open("summary").text(change.title());
            if (change.losesData()) {
                out.text(" ").leaf("strong", "loses data", "class", "wrong");
            }
            out.close()
                    .open("pre", "tabindex", "0")
                    .lines(change.operation())
                    .close()
                    .closeLine();
        });
        out.closeLine();
    }

    /** What is wider than the window is moved by the arrow keys, once it has the focus. */
    private void figure(String label, double width, double height, Runnable content) {
        out.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", label);
        SvgFile.open(out, label, width, height);
        content.run();
        out.close().closeLine();
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
