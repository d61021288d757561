package dev.retort.internal.project;

import dev.retort.internal.chain.RevisionFile;
import dev.retort.internal.header.Header;
import dev.retort.internal.header.HeaderScanner;
import dev.retort.internal.header.ScriptSource;
import dev.retort.internal.record.StoredScripts;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the scripts that are gone and whose text the history keeps, as far as a chain cannot be without them. */
final class StoredRevisions {

    private final StoredScripts scripts;
    private final Collection<String> wanted;
    private final Path folder;

    /**
     * @param folder where the files of rows and SQL are looked for that such a script names
     * @param wanted ids that must be explained, besides whatever the files follow or depend on
     */
    StoredRevisions(StoredScripts scripts, Path folder, Collection<String> wanted) {
        this.scripts = scripts;
        this.folder = folder;
        this.wanted = wanted;
    }

    /** What is missing beside these files, with all it follows that is missing too. */
    List<RevisionFile> missing(List<RevisionFile> files) {
        Set<String> known = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(wanted);
        for (RevisionFile file : files) {
            known.add(file.header().revision());
            known.addAll(file.header().branchLabels());
            named(file.header()).forEach(open::add);
        }
        List<RevisionFile> found = new ArrayList<>();
        while (!open.isEmpty()) {
            String name = open.pop();
            if (known.add(name)) {
                stored(name).ifPresent(file -> {
                    found.add(file);
                    known.addAll(file.header().branchLabels());
                    named(file.header()).forEach(open::add);
                });
            }
        }
        return found;
    }

    private Optional<RevisionFile> stored(String revision) {
        return scripts.accepted(revision).map(script -> {
            ScriptSource source = script.source();
            Path path = folder.resolve(revision + ".groovy");
            return RevisionFile.stored(path, source, HeaderScanner.scan(source));
        });
    }

    private static Stream<String> named(Header header) {
        return Stream.concat(header.downRevisions().stream(), header.dependsOn().stream());
    }
}
