package dev.retort.internal.picture;

import dev.retort.RevisionView;
import dev.retort.TableOutline;
import dev.retort.internal.drawing.Drawing;
import dev.retort.internal.drawing.DrawnRevision;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Markdown with two diagrams of Mermaid. */
final class MermaidText {

    private final StringBuilder out = new StringBuilder();

    private MermaidText() {}

    static String of(Drawing drawing) {
        MermaidText text = new MermaidText();
        text.revisions(drawing.revisions());
        text.tables(ShownTable.of(drawing.schema()));
        return text.out.toString();
    }

    private void revisions(List<DrawnRevision> revisions) {
        out.append("## Revisions\n\n```mermaid\nflowchart TD\n");
        Map<String, String> ids = new HashMap<>();
        for (DrawnRevision revision : revisions) {
            String id = "r" + ids.size();
            ids.put(revision.view().id(), id);
            String words = RevisionWords.of(revision);
            line(id + "[\""
                    + label(revision.view().id() + ": " + revision.view().message())
                    + (words.isEmpty() ? "" : "<br/>" + words) + "\"]");
        }
        for (DrawnRevision revision : revisions) {
            RevisionView view = revision.view();
            String from = ids.get(view.id());
            view.downRevisions().stream().filter(ids::containsKey).forEach(to -> line(from + " --> " + ids.get(to)));
            view.dependsOn().stream().filter(ids::containsKey).forEach(to -> line(from + " -.-> " + ids.get(to)));
        }
        out.append("```\n\n");
    }

    private void tables(List<ShownTable> tables) {
        out.append("## Tables\n\n```mermaid\nerDiagram\n");
        Map<String, String> ids = tables.stream().collect(Collectors.toMap(ShownTable::name, ShownTable::id));
        for (ShownTable table : tables) {
            line(table.id() + "[\"" + label(table.change().sign() + table.name()) + "\"] {");
            table.columns().forEach(column -> line("    " + column(table.table(), column.part())));
            line("}");
        }
        for (ShownTable table : tables) {
            for (ShownTable.Part<TableOutline.Key> key : table.keys()) {
                String to = ids.get(key.part().table());
                if (to != null) {
                    line(to + " ||--o{ " + table.id() + " : \"" + label(KeyText.of(key.part())) + "\"");
                }
            }
        }
        out.append("```\n");
    }

    private static String column(TableOutline table, TableOutline.Column column) {
        boolean points = table.keys().stream().anyMatch(key -> key.columns().contains(column.name()));
        String keys = column.primaryKey() ? points ? " PK, FK" : " PK" : points ? " FK" : "";
        String name = word(column.name());
        String comment = name.equals(column.name()) ? "" : " \"" + label(column.name()) + "\"";
        return word(column.type()) + " " + name + keys + comment;
    }

    /** What Mermaid takes for the name of a column or a type; what it does not is said in a comment beside it. */
    private static String word(String text) {
        String word = text.replaceAll("[^\\p{Alnum}_()\\[\\]]", "_");
        return word.isEmpty() || !Character.isLetter(word.charAt(0)) ? "x" + word : word;
    }

    /** Between quotation marks, and in a fence of Markdown: of what could mean something there, the number. */
    private static String label(String text) {
        return Markup.line(text)
                .codePoints()
                .mapToObj(character -> "\"#&<>`;\\{}[]%".indexOf(character) >= 0
                        ? "#" + character + ";"
                        : Character.toString(character))
                .collect(Collectors.joining());
    }

    private void line(String text) {
        out.append("    ").append(text).append('\n');
    }
}
