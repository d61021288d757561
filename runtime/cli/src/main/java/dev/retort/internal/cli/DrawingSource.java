package dev.retort.internal.cli;

import dev.retort.LogEntry;
import dev.retort.LogRequest;
import dev.retort.Retort;
import dev.retort.RetortException;
import dev.retort.RevisionView;
import dev.retort.SchemaSnapshot;
import dev.retort.Status;
import dev.retort.internal.configuration.Configuration;
import dev.retort.internal.drawing.Drawing;
import dev.retort.internal.drawing.DrawnRevision;
import dev.retort.internal.drawing.DrawnRevision.Mark;
import dev.retort.internal.drawing.DrawnSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a picture shows: of the scripts, and of the database where that can be asked. */
final class DrawingSource {

    private final Invocation invocation;
    private final Configuration configuration;
    private final Retort engine;

    DrawingSource(Invocation invocation) {
        this.invocation = invocation;
        this.configuration = invocation.configuration(Map.of());
        this.engine = invocation.engine(configuration);
    }

    /** @param sources of the schema; two to compare the second with the first; none for the heads */
    Drawing drawing(List<String> sources) {
        DrawnSchema schema = schema(sources);
        try {
            Status status = engine.status();
            List<LogEntry> entries = engine.log(LogRequest.ALL).entries();
            List<DrawnRevision> revisions = engine.history(null, true).stream()
                    .map(view -> new DrawnRevision(view, marks(view, status), script(view, entries)))
                    .toList();
            return new Drawing(revisions, engine.database(), entries, unexplained(status), schema);
        } catch (RetortException e) {
            if (e.kind() != RetortException.Kind.UNREACHABLE) {
                throw e;
            }
            invocation
                    .console()
                    .warning("The picture does not say what is applied, since the database cannot be asked: "
                            + e.problems().get(0).sentence());
        }
        List<DrawnRevision> revisions = engine.history(null, false).stream()
                .map(view -> new DrawnRevision(view, Set.of(), script(view, List.of())))
                .toList();
        return new Drawing(revisions, null, List.of(), List.of(), schema);
    }

    private DrawnSchema schema(List<String> sources) {
        SchemaSource source = new SchemaSource(invocation, configuration);
        String shown = sources.isEmpty() ? "heads" : sources.get(sources.size() - 1);
        if (sources.size() < 2) {
            SchemaSnapshot only = source.snapshot(shown);
            return new DrawnSchema(shown, only.tables(), SchemaSource.remarks(only), null);
        }
        SchemaSnapshot before = source.snapshot(sources.get(0));
        SchemaSnapshot after = source.snapshot(shown);
        List<String> remarks = new ArrayList<>(SchemaSource.remarks(before));
        remarks.addAll(SchemaSource.remarks(after));
        return new DrawnSchema(
                shown,
                after.tables(),
                remarks.stream().distinct().toList(),
                new DrawnSchema.Before(
                        sources.get(0),
                        before.tables(),
                        before.differenceTo(after).changes().stream()
                                .map(change ->
                                        new DrawnSchema.Change(change.title(), change.operation(), change.losesData()))
                                .toList()));
    }

    private static Set<Mark> marks(RevisionView view, Status status) {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        boolean interrupted =
                status.interrupted().stream().anyMatch(each -> each.revision().equals(view.id()));
        if (interrupted) {
            marks.add(Mark.INTERRUPTED);
        } else {
            marks.add(isAmong(view, status.pending()) ? Mark.PENDING : Mark.APPLIED);
        }
        if (view.current()) {
            marks.add(Mark.CURRENT);
        }
        if (isAmong(view, status.edited())) {
            marks.add(Mark.EDITED);
        }
        if (isAmong(view, status.neverRun())) {
            marks.add(Mark.NEVER_RUN);
        }
        if (status.missingFiles().contains(view.id())) {
            marks.add(Mark.MISSING);
        }
        return marks;
    }

    /** A file that a script reads may be named instead of it, with the script's id. */
    private static boolean isAmong(RevisionView view, List<RevisionView> views) {
        return views.stream().anyMatch(each -> each.id().equals(view.id()));
    }

    private static List<String> unexplained(Status status) {
        List<String> sentences = new ArrayList<>();
        status.unexplainedRows()
                .forEach(row -> sentences.add("The version table has the row " + row + ", which no script explains."));
        return sentences;
    }

    /** As it is in its file, else as the history keeps it. */
    private @Nullable String script(RevisionView view, List<LogEntry> entries) {
        Path file = invocation.process().workingDirectory().resolve(view.file());
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return entries.stream()
                    .filter(entry -> entry.revision().equals(view.id()) && entry.keepsScript())
                    .findFirst()
                    .map(engine::script)
                    .orElse(null);
        }
    }
}
