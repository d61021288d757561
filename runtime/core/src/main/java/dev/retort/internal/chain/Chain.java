package dev.retort.internal.chain;

import dev.retort.Fault;
import dev.retort.GraphException;
import dev.retort.Location;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.Revision;
import dev.retort.internal.graph.RevisionGraph;
import dev.retort.internal.header.Header;
import dev.retort.internal.header.ScriptSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All revision scripts of a project as they are on disk, and the graph that their headers make. */
public final class Chain {

    private static final String SUFFIX = ".groovy";

    private final RevisionGraph graph;
    private final Map<String, RevisionFile> files;
    private final Squashes squashes;

    private Chain(RevisionGraph graph, Map<String, RevisionFile> files, Squashes squashes) {
        this.graph = graph;
        this.files = files;
        this.squashes = squashes;
    }

    /** A chain without revisions, for what needs none. */
    public static Chain empty() {
        return new Chain(RevisionGraph.of(List.of()), Map.of(), new Squashes(List.of()));
    }

    /**
     * Reads the headers of all scripts in the folders; compiles nothing.
     *
     * @param folders where the scripts are; folders within them are not looked into
     * @param home what file names in messages are relative to
     * @throws RetortException of the kind SCRIPT with all that is wrong with folders, headers and graph
     */
    public static Chain read(List<Path> folders, Path home) {
        return read(folders, home, HeaderCache.NONE);
    }

    /** As {@link #read(List, Path)}, with headers that may be known. */
    public static Chain read(List<Path> folders, Path home, HeaderCache headers) {
        return read(folders, home, headers, files -> List.of());
    }

    /**
     * As {@link #read(List, Path, HeaderCache)}, with scripts that are no files any more.
     *
     * @param gone given what the folders hold, says what is to be added
     */
    public static Chain read(
            List<Path> folders,
            Path home,
            HeaderCache headers,
            Function<List<RevisionFile>, Collection<RevisionFile>> gone) {
        List<Problem> problems = new ArrayList<>();
        List<RevisionFile> read = new ArrayList<>();
        for (Path folder : folders) {
            List<Path> scripts = scripts(folder, home, headers, problems);
            KnownHeaders known = headers.of(folder, scripts.size(), name -> display(folder.resolve(name), home));
            for (Path path : scripts) {
                try {
                    Optional<RevisionFile> found = known.find(path);
                    read.add(found.isPresent() ? found.get() : known.add(path, () -> read(path, home)));
                } catch (RetortException e) {
                    problems.addAll(e.problems());
                }
            }
            known.keep();
        }
        Squashes squashes = new Squashes(read);
        problems.addAll(squashes.problems());
        if (!problems.isEmpty()) {
            problems.addAll(certainFaults(
                    read.stream().map(file -> revision(file, squashes)).toList()));
            throw new RetortException(Kind.SCRIPT, problems);
        }
        read.addAll(gone.apply(List.copyOf(read)));
        List<Revision> revisions =
                read.stream().map(file -> revision(file, squashes)).toList();
        RevisionGraph graph = RevisionGraph.of(revisions, display(folders, home));
        Map<String, RevisionFile> files = new LinkedHashMap<>();
        read.forEach(file -> files.put(file.header().revision(), file));
        return new Chain(graph, files, squashes);
    }

    /** This one with other texts for some of its scripts, whose headers follow what they have followed. */
    public Chain with(Collection<RevisionFile> changed) {
        Map<String, RevisionFile> all = new LinkedHashMap<>(files);
        changed.forEach(file -> all.put(file.header().revision(), file));
        return new Chain(graph, all, squashes);
    }

    /** What is wrong with the graph whatever the scripts say that could not be read: one of those may be what is missing. */
    private static List<Problem> certainFaults(List<Revision> revisions) {
        try {
            RevisionGraph.of(revisions);
            return List.of();
        } catch (GraphException.InvalidGraph e) {
            return e.faults().stream()
                    .filter(fault ->
                            !(fault instanceof Fault.MissingParent || fault instanceof Fault.MissingDependency))
                    .map(Fault::problem)
                    .toList();
        }
    }

    public RevisionGraph graph() {
        return graph;
    }

    /** Which revisions stand for others. */
    public Squashes squashes() {
        return squashes;
    }

    /** In the order of their paths. */
    public Collection<RevisionFile> files() {
        return Collections.unmodifiableCollection(files.values());
    }

    /** The file of a revision of the graph. */
    public RevisionFile file(String revision) {
        RevisionFile file = files.get(revision);
        if (file == null) {
            throw new IllegalStateException("no file for revision " + revision + " of the graph");
        }
        return file;
    }

    /** A path as a user whose working directory is {@code home} would write it. */
    public static String display(Path path, Path home) {
        Path absolute = path.toAbsolutePath().normalize();
        Path from = home.toAbsolutePath().normalize();
        return absolute.startsWith(from) && !absolute.equals(from)
                ? from.relativize(absolute).toString()
                : absolute.toString();
    }

    /** Several paths, as {@link #display(Path, Path)} writes each. */
    public static String display(Collection<Path> paths, Path home) {
        return paths.stream().map(path -> display(path, home)).collect(Collectors.joining(", "));
    }

    private static RevisionFile read(Path path, Path home) {
        return RevisionFile.of(path, ScriptSource.read(path, display(path, home)));
    }

    private static List<Path> scripts(Path folder, Path home, HeaderCache headers, List<Problem> problems) {
        String name = display(folder, home);
        if (!Files.isDirectory(folder)) {
            String what =
                    Files.exists(folder) ? "\"" + name + "\" is not a folder." : "There is no folder \"" + name + "\".";
            problems.add(Problem.of(what)
                    .withHint("Make it with: retort init, or say where the migrations are with --migrations."));
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return Stream.concat(entries, headers.unsaved(folder).stream())
                    .filter(Chain::isScript)
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException e) {
            problems.add(Problem.at(Location.of(name), "The folder cannot be read."));
            return List.of();
        }
    }

    /** Editors leave files that begin with a dot beside those they edit. */
    private static boolean isScript(Path path) {
        String name = path.getFileName().toString();
        return name.endsWith(SUFFIX) && !name.startsWith(".") && !Files.isDirectory(path);
    }

    private static Revision revision(RevisionFile file, Squashes squashes) {
        Header header = file.header();
        return new Revision(
                header.revision(),
                header.downRevisions().stream().map(squashes::name).distinct().toList(),
                header.branchLabels(),
                header.dependsOn().stream().map(squashes::name).distinct().toList(),
                header.message(),
                file.file());
    }
}
