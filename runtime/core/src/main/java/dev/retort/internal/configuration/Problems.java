package dev.retort.internal.configuration;

import dev.retort.Problem;
import dev.retort.RetortException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a configuration, collected so that it is all said at once. */
final class Problems {

    private final Path workingDirectory;
    private final List<Problem> found = new ArrayList<>();

    Problems(Path workingDirectory) {
        this.workingDirectory = workingDirectory;
    }

    String nameOf(Path path) {
        return Folders.named(path, workingDirectory);
    }

    void add(Problem problem) {
        found.add(problem);
    }

    List<Problem> found() {
        return found;
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new RetortException(RetortException.Kind.USAGE, found);
        }
    }
}
