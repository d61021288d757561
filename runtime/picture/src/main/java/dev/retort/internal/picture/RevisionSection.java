package dev.retort.internal.picture;

import dev.retort.LogEntry;
import dev.retort.RevisionView;
import dev.retort.internal.drawing.Drawing;
import dev.retort.internal.drawing.DrawnRevision;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A revision of the page: what its header says, what was done with it, and its script. */
final class RevisionSection {

    private final Markup out;
    private final Map<String, List<LogEntry>> entries;
    private final Map<String, String> places = new HashMap<>();

    RevisionSection(Markup out, Drawing drawing) {
        this.out = out;
        this.entries = drawing.entries().stream().collect(Collectors.groupingBy(LogEntry::revision));
        drawing.revisions().forEach(each -> places.put(each.view().id(), "r" + places.size()));
    }

    /** @param place what the drawing leads to; it is inside what is folded, so that going there unfolds it */
    void revision(DrawnRevision revision, String place) {
        RevisionView view = revision.view();
        out.open("details", "class", "revision").open("summary").leaf("code", view.id());
        out.text(" " + view.message()).text(" ");
        String words = RevisionWords.of(revision);
        if (!words.isEmpty()) {
            out.leaf("em", words);
        }
        out.close();
        out.open("div", "id", place).open("dl");
        facts(view);
        out.close();
        List<LogEntry> own = entries.getOrDefault(view.id(), List.of());
        if (!own.isEmpty()) {
            new LogSection(out).table(own, false);
        }
        if (revision.script() == null) {
            out.leaf("p", "Its script is nowhere to be found.", "class", "remark");
        } else {
            out.open("pre", "tabindex", "0")
                    .open("code")
                    .lines(revision.script())
                    .close()
                    .close();
        }
        out.close().closeLine();
    }

    private void facts(RevisionView view) {
        fact("File", view.file());
        fact("Created", view.created());
        links("Follows", view.downRevisions());
        links("Depends on", view.dependsOn());
        links("Followed by", view.children());
        fact("Labels", String.join(", ", view.labels()));
        fact("Stands for", String.join(", ", view.squashed()));
        fact("Description", view.description());
        fact("Upgrade", view.upgradeDescription());
        fact("Downgrade", view.downgradeDescription());
        fact("No downgrade", view.irreversible());
    }

    private void fact(String term, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            out.leaf("dt", term).open("dd").lines(text).close();
        }
    }

    private void links(String term, Collection<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        out.leaf("dt", term).open("dd");
        for (String id : ids) {
            String place = places.get(id);
            if (place == null) {
                out.leaf("code", id).text(" ");
            } else {
                out.leaf("a", id, "href", "#" + place).text(" ");
            }
        }
        out.close();
    }
}
