package dev.retort.internal.project;

import dev.retort.RevisionRequest;
import dev.retort.internal.chain.Chain;
import dev.retort.internal.chain.RevisionFile;
import dev.retort.internal.settings.Settings;
import dev.retort.internal.source.RevisionBody;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Revisions that are not written yet, each after the one before it. */
public final class Drafts {

    private final Settings settings;
    private final List<RevisionFile> files = new ArrayList<>();

    /**
     * One revision for each of the bodies; all but the first say which part they are.
     *
     * @throws dev.retort.RetortException where the graph would not be one with them
     */
    public Drafts(Settings settings, RevisionRequest request, List<RevisionBody> bodies) {
        this.settings = settings;
        RevisionRequest next = request.revisionId() == null ? request.withId(RevisionTask.randomId()) : request;
        for (RevisionBody body : bodies) {
            files.add(new RevisionTask(settings, chain()).draft(next, body));
            next = after(next, request);
        }
    }

    private RevisionRequest after(RevisionRequest last, RevisionRequest first) {
        String message = first.message() == null ? "" : first.message() + ", ";
        return new RevisionRequest(
                message + "part " + (files.size() + 1),
                RevisionTask.randomId(),
                List.of(String.valueOf(last.revisionId())),
                first.splice(),
                List.of(),
                List.of(),
                first.versionPath());
    }

    /** The scripts of the project, and these after them. */
    public Chain chain() {
        return Chain.read(settings.folders(), settings.home(), settings.headers(), read -> List.copyOf(files));
    }

    /** The id of the last of them. */
    public String last() {
        return files.get(files.size() - 1).header().revision();
    }

    /** The scripts themselves. */
    public List<RevisionFile> files() {
        return List.copyOf(files);
    }

    /** The text of all of them, with an empty line between two. */
    public String text() {
        return files.stream().map(file -> file.source().text()).collect(Collectors.joining("\n"));
    }

    /** Writes them, and returns where they are. */
    public List<Path> write() {
        RevisionTask task = new RevisionTask(settings);
        files.forEach(task::write);
        return files.stream().map(RevisionFile::path).toList();
    }
}
