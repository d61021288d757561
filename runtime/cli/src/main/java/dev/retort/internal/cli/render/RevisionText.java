package dev.retort.internal.cli.render;

import dev.retort.RevisionView;
import dev.retort.internal.error.VisibleText;
import dev.retort.internal.sql.Excerpt;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Revisions as lines of text, in Alembic's formats. */
public final class RevisionText {

    /** What is shown of a title. */
    private static final int TITLE = 200;

    private final Palette palette;

    public RevisionText(Palette palette) {
        this.palette = palette;
    }

    /** {@code parent (dependency) -> revision (label) (head) (current) (branchpoint) (mergepoint), message}. */
    public String historyLine(RevisionView view) {
        String needs = view.dependsOn().isEmpty() ? "" : " (" + joined(view.dependsOn()) + ")";
        return parents(view.downRevisions()) + needs + " -> " + palette.revision(view.id()) + labels(view)
                + position(view) + fork(view) + tail(view.message());
    }

    /** {@code revision (label) (head) (current) (needs dependency), message}, for beside a drawing. */
    public String graphLine(RevisionView view) {
        String needs = view.dependsOn().isEmpty() ? "" : " (needs " + joined(view.dependsOn()) + ")";
        return headLine(view) + needs + tail(view.message());
    }

    /** {@code revision (label) (head)}. */
    public String headLine(RevisionView view) {
        return palette.revision(view.id()) + labels(view) + position(view);
    }

    /** {@code revision (head) (branchpoint) (mergepoint)}; that it is current goes without saying. */
    public String currentLine(RevisionView view) {
        return palette.revision(view.id()) + head(view) + fork(view);
    }

    /**
     * The branch point and below it the revisions it branches into.
     *
     * @param child finds a revision by its id; null for one that is not among those at hand
     */
    public String branch(RevisionView view, Function<String, @Nullable RevisionView> child) {
        String indent = " ".repeat(view.id().length());
        String children = view.children().stream()
                .map(id -> indent + " -> " + branchChild(id, child.apply(id)) + "\n")
                .collect(Collectors.joining());
        return palette.revision(view.id()) + labels(view) + position(view) + fork(view) + "\n" + children;
    }

    private String branchChild(String id, @Nullable RevisionView view) {
        return view == null ? palette.revision(id) : headLine(view) + fork(view);
    }

    /** Everything there is to say about it, over several lines. */
    public String entry(RevisionView view) {
        StringBuilder entry = new StringBuilder("Rev: ")
                .append(palette.revision(view.id()))
                .append(view.head() ? palette.marker(" (head)") : "")
                .append(fork(view))
                .append(current(view))
                .append('\n');
        line(entry, view.mergePoint() ? "Merges" : "Parent", parents(view.downRevisions()));
        line(entry, "Also depends on", joined(view.dependsOn()));
        line(entry, "Stands for", joined(view.squashed()));
        line(entry, "Needed by", joined(view.neededBy()));
        line(entry, "Branches into", view.branchPoint() ? joined(view.children()) : "");
        line(entry, "Branch names", joined(view.labels()));
        line(entry, "Path", view.file());
        line(entry, "Created", view.created());
        paragraph(entry, "", view.message());
        paragraph(entry, "", view.description());
        paragraph(entry, "Upgrade: ", view.upgradeDescription());
        paragraph(entry, "Downgrade: ", view.downgradeDescription());
        paragraph(entry, "Irreversible: ", view.irreversible());
        return entry.toString();
    }

    private static void line(StringBuilder entry, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            entry.append(name).append(": ").append(VisibleText.line(value)).append('\n');
        }
    }

    private static void paragraph(StringBuilder entry, String title, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            entry.append('\n').append(indented(title + text.strip()));
        }
    }

    private static String indented(String text) {
        return VisibleText.lines(text)
                .lines()
                .map(line -> line.isBlank() ? "\n" : "    " + line + "\n")
                .collect(Collectors.joining());
    }

    static String parents(Collection<String> downRevisions) {
        return downRevisions.isEmpty() ? "<base>" : joined(downRevisions);
    }

    static String joined(Collection<String> names) {
        return VisibleText.line(String.join(", ", names));
    }

    /** {@code , message}, or nothing where there is none. */
    static String tail(@Nullable String message) {
        String title = title(message);
        return title.isEmpty() ? "" : ", " + title;
    }

    /** The first line of a message, for where there is one line for all. */
    static String title(@Nullable String message) {
        return message == null
                ? ""
                : VisibleText.line(
                        Excerpt.of(message.strip().lines().findFirst().orElse(""), TITLE));
    }

    private String labels(RevisionView view) {
        return view.labels().isEmpty() ? "" : palette.marker(" (" + joined(view.labels()) + ")");
    }

    private String position(RevisionView view) {
        return head(view) + current(view);
    }

    private String head(RevisionView view) {
        return switch (positionOf(view)) {
            case HEAD -> palette.marker(" (head)");
            case EFFECTIVE_HEAD -> palette.marker(" (effective head)");
            case INNER -> "";
        };
    }

    private enum Position {
        HEAD,
        EFFECTIVE_HEAD,
        INNER
    }

    private static Position positionOf(RevisionView view) {
        if (view.effectiveHead()) {
            return Position.EFFECTIVE_HEAD;
        }
        return view.head() ? Position.HEAD : Position.INNER;
    }

    private String current(RevisionView view) {
        return view.current() ? palette.current(" (current)") : "";
    }

    private String fork(RevisionView view) {
        List<String> forks =
                List.of(view.branchPoint() ? " (branchpoint)" : "", view.mergePoint() ? " (mergepoint)" : "");
        String text = String.join("", forks);
        return text.isEmpty() ? "" : palette.marker(text);
    }
}
