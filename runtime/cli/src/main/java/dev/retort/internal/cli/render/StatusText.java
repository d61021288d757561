package dev.retort.internal.cli.render;

import dev.retort.Interrupted;
import dev.retort.RevisionView;
import dev.retort.Status;
import dev.retort.internal.error.VisibleText;
import java.util.Collection;
import java.util.List;

/** A status as text: what is well in a line each, the rest in a list each with the way out. */
public final class StatusText {

    private static final int WIDTH = 80;

    private final Palette palette;

    public StatusText(Palette palette) {
        this.palette = palette;
    }

    public String of(Status status) {
        StringBuilder text = new StringBuilder();
        text.append("Current: ").append(names(status.rows(), "base")).append('\n');
        text.append("Heads:   ")
                .append(names(status.heads().stream().map(RevisionView::id).toList(), "none"))
                .append('\n');
        text.append("Pending: ").append(pending(status)).append('\n');
        status.pending().forEach(view -> line(text, view.id(), RevisionText.title(view.message())));
        if (!status.interrupted().isEmpty()) {
            heading(
                    text,
                    "Interrupted; the same command goes on there, or: retort resolve REV --applied|--not-applied");
            status.interrupted().forEach(found -> line(text, found.revision(), place(found)));
        }
        if (!status.unexplainedRows().isEmpty()) {
            heading(
                    text,
                    "Applied without a script here; use the release that has it, or restore it: retort log REV --script");
            status.unexplainedRows().forEach(row -> line(text, row, ""));
        }
        revisions(
                text,
                "Below what is applied, but never run here; to run them: retort upgrade heads --out-of-order",
                status.neverRun());
        if (!status.missingFiles().isEmpty()) {
            heading(
                    text,
                    "Applied, but the script is gone; use the release that has it, or bring it back, or accept that: retort repair REV");
            status.missingFiles().forEach(revision -> line(text, revision, ""));
        }
        revisions(
                text, "Applied, but the script says something else now; to see what: retort validate", status.edited());
        return text.toString();
    }

    /** What is applied and has no script here may be followed by others that have none here either. */
    private static String pending(Status status) {
        if (!status.pending().isEmpty()) {
            return counted(status.pending());
        }
        boolean complete =
                status.unexplainedRows().isEmpty() && status.missingFiles().isEmpty();
        return complete ? "none" : "none of the scripts that are here";
    }

    private void revisions(StringBuilder text, String heading, List<RevisionView> views) {
        if (!views.isEmpty()) {
            heading(text, heading);
            views.forEach(view -> line(text, view.id(), view.file()));
        }
    }

    /** {@code at statement 3 of its upgrade: CREATE INDEX …}. */
    public static String place(Interrupted found) {
        String place = "at statement " + found.statement() + " of its " + found.direction();
        String sql = found.sql().strip().replaceAll("\\s+", " ");
        String shown = sql.length() <= WIDTH ? sql : sql.substring(0, WIDTH - 1) + "…";
        return shown.isEmpty() ? place : place + ": " + shown;
    }

    private void heading(StringBuilder text, String heading) {
        text.append(palette.warning(heading + ":")).append('\n');
    }

    private void line(StringBuilder text, String revision, String more) {
        text.append("  ").append(palette.revision(revision));
        text.append(more.isEmpty() ? "" : "  " + VisibleText.line(more)).append('\n');
    }

    private String names(Collection<String> revisions, String none) {
        return revisions.isEmpty() ? none : palette.revision(RevisionText.joined(revisions));
    }

    private static String counted(List<RevisionView> views) {
        return views.size() + (views.size() == 1 ? " revision" : " revisions");
    }
}
