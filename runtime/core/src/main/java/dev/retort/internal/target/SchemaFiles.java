package dev.retort.internal.target;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.chain.Chain;
import dev.retort.internal.header.ScriptSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The schema files of a project: each that is named, and all that are in a folder that is named. */
public final class SchemaFiles {

    private static final String SUFFIX = ".groovy";

    private final Path home;

    /** @param home what file names in messages are relative to */
    public SchemaFiles(Path home) {
        this.home = home;
    }

    /**
     * Reads them, those of a folder in the order of their names, and those of the folders within it too.
     *
     * @throws RetortException with all that cannot be read
     */
    public List<ScriptSource> read(List<Path> filesAndFolders) {
        List<Problem> problems = new ArrayList<>();
        Set<Path> files = new LinkedHashSet<>();
        for (Path path : filesAndFolders) {
            Path absolute = path.toAbsolutePath().normalize();
            if (Files.isDirectory(absolute)) {
                List<Path> inside = inside(absolute, problems);
                files.addAll(inside);
            } else if (Files.exists(absolute)) {
                files.add(absolute);
            } else {
                problems.add(Problem.of("There is no file or folder \"" + Chain.display(absolute, home) + "\".")
                        .withHint("A schema file declares what there is: table('t') { column 'id', bigint }."));
            }
        }
        refuse(problems, Kind.USAGE);
        List<ScriptSource> sources = new ArrayList<>();
        for (Path file : files) {
            try {
                sources.add(ScriptSource.read(file, Chain.display(file, home)));
            } catch (RetortException e) {
                problems.addAll(e.problems());
            }
        }
        refuse(problems, Kind.SCRIPT);
        return sources;
    }

    private static void refuse(List<Problem> problems, Kind kind) {
        if (!problems.isEmpty()) {
            throw new RetortException(kind, problems);
        }
    }

    private List<Path> inside(Path folder, List<Problem> problems) {
        String name = Chain.display(folder, home);
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> found = all.filter(SchemaFiles::isSchemaFile).sorted().toList();
            if (found.isEmpty()) {
                problems.add(Problem.of("The folder \"" + name + "\" has no schema file.")
                        .withHint("Their names end with " + SUFFIX + "."));
            }
            return found;
        } catch (IOException | UncheckedIOException e) {
            problems.add(Problem.of("The folder \"" + name + "\" cannot be read."));
            return List.of();
        }
    }

    /** Editors leave files that begin with a dot beside those they edit. */
    private static boolean isSchemaFile(Path path) {
        String name = path.getFileName().toString();
        return name.endsWith(SUFFIX) && !name.startsWith(".") && Files.isRegularFile(path);
    }
}
