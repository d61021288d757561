package dev.retort.internal.authoring;

import dev.retort.Location;
import dev.retort.Problem;
import dev.retort.internal.authoring.Notice.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a project, by the files in which it is. What is in none is said of the configuration. */
final class ProjectNotices {

    private final Path root;
    private final OpenDocuments documents;
    private final Map<Path, List<Notice>> notices = new TreeMap<>();
    private final Map<Path, Optional<DocumentText>> texts = new TreeMap<>();

    ProjectNotices(Path root, OpenDocuments documents) {
        this.root = root;
        this.documents = documents;
    }

    void add(Problem problem) {
        // What names no file may be nothing at all: a folder of migrations that is not there yet.
        Level level = problem.location() == null ? Level.INFORMATION : Level.ERROR;
        add(file(problem.location()), reader -> reader.of(problem, level));
    }

    /** Something about a revision as a whole. */
    void addTo(String file, Problem problem, String code) {
        add(file(Location.of(file)), reader -> reader.ofRevision(problem, Level.WARNING, code));
    }

    private void add(Path file, Function<NoticeReader, Notice> notice) {
        texts.computeIfAbsent(file, documents::text)
                .ifPresent(text -> notices.computeIfAbsent(file, path -> new ArrayList<>())
                        .add(notice.apply(new NoticeReader(text))));
    }

    /** What is open is checked by itself, as often as it is changed. */
    boolean isOpen(Problem problem) {
        return problem.location() != null
                && documents.at(file(problem.location())).isPresent();
    }

    private Path file(@Nullable Location location) {
        String name = location == null ? ProjectFolder.CONFIGURATION : location.file();
        return root.resolve(name).normalize();
    }

    Map<Path, CheckedText> byFile() {
        Map<Path, CheckedText> byFile = new TreeMap<>();
        notices.forEach((file, found) -> texts.computeIfAbsent(file, documents::text)
                .ifPresent(text -> byFile.put(file, new CheckedText(text, found))));
        return byFile;
    }
}
