package dev.retort.internal.chain;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.error.Suggestion;
import dev.retort.internal.header.NamedFiles;
import dev.retort.internal.header.NamedFiles.NamedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of SQL and of rows that one script names; all of them lie in the script's folder or below it. */
public final class DataFiles {

    /** A script that names none. */
    public static final DataFiles NONE = new DataFiles(Map.of());

    /**
     * A file that is there.
     *
     * @param display as messages name it
     * @param sql whether its statements are run; if not, it holds rows
     */
    public record DataFile(Path path, String display, boolean sql) {}

    private final Map<String, DataFile> files;

    private DataFiles(Map<String, DataFile> files) {
        this.files = files;
    }

    /**
     * Finds the files that a script names.
     *
     * @throws RetortException of the kind SCRIPT with each that is missing, cannot be read or lies elsewhere
     */
    public static DataFiles of(RevisionFile script) {
        List<NamedFile> named = NamedFiles.of(script.source());
        if (named.isEmpty()) {
            return NONE;
        }
        Map<String, DataFile> files = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (NamedFile file : named) {
            Optional<Problem> problem = problem(script, file);
            if (problem.isPresent()) {
                problems.add(problem.get());
            } else {
                files.put(file.name(), find(script, file));
            }
        }
        if (!problems.isEmpty()) {
            throw new RetortException(Kind.SCRIPT, problems);
        }
        return new DataFiles(files);
    }

    public Collection<DataFile> all() {
        return files.values();
    }

    /**
     * The file of this name.
     *
     * @throws RetortException where the script computed the name, so that it was not found beforehand
     */
    public DataFile file(String name) {
        DataFile file = files.get(name);
        if (file == null) {
            throw new RetortException(
                    Kind.SCRIPT,
                    Problem.of("The file name \"" + name + "\" is not written out in the script.")
                            .withHint("Write the name itself, in quotes, where it is used."));
        }
        return file;
    }

    private static DataFile find(RevisionFile script, NamedFile file) {
        Path path = folder(script).resolve(file.name());
        return new DataFile(path, beside(script, file.name()), file.sql());
    }

    private static Optional<Problem> problem(RevisionFile script, NamedFile file) {
        String named = "\"" + file.name() + "\"";
        try {
            Path relative = Path.of(file.name());
            boolean climbs = Stream.of(file.name().split("[/\\\\]")).anyMatch(".."::equals);
            if (relative.isAbsolute()
                    || climbs
                    || file.name().startsWith("/")
                    || file.name().contains(":")) {
                return refused(file, named + " leads out of the folder of the script.");
            }
            Path path = folder(script).resolve(relative);
            if (!Files.exists(path)) {
                return Optional.of(missing(script, file));
            } else if (!path.toRealPath().startsWith(folder(script).toRealPath())) {
                return refused(file, named + " is a link that leads out of the folder of the script.");
            } else if (!Files.isRegularFile(path)) {
                return refused(file, named + " is not a file.");
            } else if (!Files.isReadable(path)) {
                return refused(file, named + " may not be read.");
            }
            return Optional.empty();
        } catch (InvalidPathException | IOException e) {
            return refused(file, named + " is not the name of a file.");
        }
    }

    private static Optional<Problem> refused(NamedFile file, String sentence) {
        return Optional.of(Problem.at(file.location(), sentence)
                .withHint("A migration reads files beside its script, or in a folder there."));
    }

    private static Problem missing(RevisionFile script, NamedFile file) {
        Problem problem = Problem.at(file.location(), "There is no file \"" + beside(script, file.name()) + "\".");
        return Suggestion.didYouMean(file.name(), neighbours(script, file.name()))
                .map(problem::withHint)
                .orElseGet(() -> problem.withHint("Names are relative to the folder of the script."));
    }

    private static List<String> neighbours(RevisionFile script, String name) {
        Path folder = folder(script);
        Path parent = folder.resolve(name).getParent();
        try (Stream<Path> entries = Files.list(parent == null ? folder : parent)) {
            return entries.filter(Files::isRegularFile)
                    .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** What a script means: its own words, and what is in the files that it names. */
    public static String meaning(RevisionFile script) {
        StringBuilder meaning = new StringBuilder(script.source().meaning());
        for (NamedFile file : named(script)) {
            String content = problem(script, file).isPresent() ? "none" : content(find(script, file));
            meaning.append('\n').append(file.name()).append(' ').append(content);
        }
        return meaning.toString();
    }

    /**
     * What a file that a script names holds now.
     *
     * @param name as the script names it
     * @param display as messages name it
     * @param meaning checksum of what counts in it
     * @param text null where it is long, or not text
     */
    public record Content(
            String name,
            String display,
            String meaning,
            @Nullable String text) {}

    /** The files that a script names, as far as they are there. */
    public static List<Content> contents(RevisionFile script) {
        List<Content> contents = new ArrayList<>();
        for (NamedFile named : named(script)) {
            if (problem(script, named).isEmpty()) {
                DataFile file = find(script, named);
                contents.add(new Content(named.name(), file.display(), content(file), FileMeaning.text(file)));
            }
        }
        return contents;
    }

    /** None where a name is computed, which is refused when the script is to run. */
    private static List<NamedFile> named(RevisionFile script) {
        try {
            return NamedFiles.of(script.source());
        } catch (RetortException e) {
            return List.of();
        }
    }

    private static String content(DataFile file) {
        try {
            return FileMeaning.of(file);
        } catch (IOException e) {
            return "unreadable";
        }
    }

    private static Path folder(RevisionFile script) {
        // A file always has a folder; only the root of all folders has none.
        return Objects.requireNonNull(script.path().toAbsolutePath().getParent());
    }

    private static String beside(RevisionFile script, String name) {
        String file = script.file();
        int end = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'));
        return file.substring(0, end + 1) + name;
    }
}
