package dev.retort.internal.authoring;

import dev.retort.LintFinding;
import dev.retort.LintFixes;
import dev.retort.LintRequest;
import dev.retort.Problem;
import dev.retort.Retort;
import dev.retort.RetortException;
import dev.retort.RevisionView;
import dev.retort.TableOutline;
import dev.retort.internal.configuration.SettingRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A project of which files are open: its configuration, its chain, and the schemas that its scripts make. */
final class OpenProject {

    private static final int MOST_SCHEMAS = 20;

    private final Path root;
    private final OpenDocuments documents;
    private final SettingRequest request;
    private final Map<String, List<TableOutline>> schemas = new LinkedHashMap<>();
    private @Nullable ProjectFolder folder;
    private List<Problem> broken = List.of();
    private ChainView chain;

    OpenProject(Path root, OpenDocuments documents, SettingRequest request) {
        this.root = root;
        this.documents = documents;
        this.request = request;
        this.chain = ChainView.empty(root);
        configure();
    }

    Path root() {
        return root;
    }

    Path configurationFile() {
        return root.resolve(ProjectFolder.CONFIGURATION);
    }

    /** Reads the configuration again. */
    synchronized void configure() {
        try {
            folder = ProjectFolder.of(root, request);
            broken = List.of();
        } catch (RetortException e) {
            folder = null;
            broken = e.problems();
        }
        changed();
    }

    /** Empty while the configuration is wrong. */
    synchronized Optional<ProjectFolder> folder() {
        return Optional.ofNullable(folder);
    }

    /** What is wrong with the configuration. */
    synchronized List<Problem> broken() {
        return broken;
    }

    /** The last chain that was one. */
    synchronized ChainView chain() {
        return chain;
    }

    /** Scripts are not what they were. */
    synchronized void changed() {
        schemas.clear();
    }

    private Optional<Retort> engine() {
        return folder().map(found -> found.engine(documents.scripts(found), request.variables()));
    }

    /**
     * Reads the headers.
     *
     * @return what keeps the scripts from being a graph
     */
    List<Problem> readChain() {
        Optional<Retort> engine = engine();
        if (engine.isEmpty()) {
            return List.of();
        }
        try {
            keep(engine.get());
            return List.of();
        } catch (RetortException e) {
            readSaved();
            return e.problems();
        }
    }

    /** What is typed is often no graph; what is saved may be one. */
    private void readSaved() {
        try {
            folder().ifPresent(found -> keep(found.engine(Map.of(), request.variables())));
        } catch (RetortException e) {
            // Then the last one that was read is the best that is known.
        }
    }

    private void keep(Retort engine) {
        List<RevisionView> revisions = engine.history(null, false);
        synchronized (this) {
            chain = new ChainView(root, revisions);
        }
    }

    /** What to say where one head is asked for and there are several. */
    List<Problem> severalHeads() {
        try {
            engine().ifPresent(engine -> engine.planUpgrade("head", new TreeSet<>()));
            return List.of();
        } catch (RetortException e) {
            return e.problems();
        }
    }

    /** What the scripts do not find, each in its place in the chain. */
    List<Problem> problems() {
        try {
            return engine().map(Retort::validateChain).orElse(List.of());
        } catch (RetortException e) {
            return e.problems();
        }
    }

    /** What lint finds in a revision; the problems of a chain that is none are found elsewhere. */
    List<LintFinding> lint(String revision) {
        return linted(revision, (engine, request) -> engine.lint(request).findings())
                .orElse(List.of());
    }

    /** What lint would rather read in a revision, as far as it is wanted. */
    Optional<LintFixes> fixes(String revision, Predicate<LintFinding> wanted) {
        return linted(revision, (engine, request) -> engine.lintFixesOffline(request, wanted));
    }

    private <T> Optional<T> linted(String revision, BiFunction<Retort, LintRequest, T> work) {
        Optional<ProjectFolder> found = folder();
        Optional<Retort> engine = engine();
        if (found.isEmpty() || engine.isEmpty()) {
            return Optional.empty();
        }
        LintRequest request = found.get().lint().of(List.of(revision)).within(LintRequest.Scope.ALL);
        try {
            return Optional.of(work.apply(engine.get(), request));
        } catch (RetortException e) {
            return Optional.empty();
        }
    }

    /** The tables that there are after some revisions; none where their scripts cannot be followed. */
    List<TableOutline> tables(List<String> revisions) {
        List<TableOutline> tables = new ArrayList<>();
        for (String revision : revisions) {
            for (TableOutline table : tables(revision)) {
                if (tables.stream().noneMatch(known -> known.name().equals(table.name()))) {
                    tables.add(table);
                }
            }
        }
        return tables;
    }

    private List<TableOutline> tables(String revision) {
        synchronized (this) {
            List<TableOutline> known = schemas.get(revision);
            if (known != null) {
                return known;
            }
        }
        List<TableOutline> read = read(revision);
        synchronized (this) {
            if (schemas.size() >= MOST_SCHEMAS) {
                schemas.clear();
            }
            schemas.put(revision, read);
        }
        return read;
    }

    /** With what is typed, or where that makes no chain, as it is saved. */
    private List<TableOutline> read(String revision) {
        Optional<ProjectFolder> found = folder();
        if (found.isEmpty()) {
            return List.of();
        }
        for (Map<Path, String> unsaved : List.of(documents.scripts(found.get()), Map.<Path, String>of())) {
            try {
                return found.get()
                        .engine(unsaved, request.variables())
                        .schemaAt(revision)
                        .tables();
            } catch (RetortException e) {
                // What follows may do; else there is nothing to propose.
            }
        }
        return List.of();
    }
}
