package dev.retort.internal.authoring;

import dev.retort.LintFinding;
import dev.retort.LintFixes;
import dev.retort.Problem;
import dev.retort.RevisionView;
import dev.retort.internal.authoring.Notice.Level;
import dev.retort.internal.configuration.SettingRequest;
import dev.retort.internal.header.ScriptSource;
import dev.retort.internal.sandbox.Vocabulary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Checks what somebody has open, as it is typed: each script by itself and in its place in the chain, and the chain as a whole.
 * Safe for any number of threads.
 */
public final class Workbench {

    /** As {@code retort explain} has it. */
    private static final String MULTIPLE_HEADS = "MultipleHeads";

    private static final Set<String> NAMING_REVISIONS = Set.of("revision", "downRevision", "dependsOn");

    private final OpenDocuments documents;
    private final SettingRequest request;
    private final ScriptCheck check = new ScriptCheck();
    private final Map<Path, OpenProject> projects = new ConcurrentHashMap<>();
    private volatile List<Path> folders = List.of();

    /** @param request what was asked for on the command line */
    public Workbench(OpenDocuments documents, SettingRequest request) {
        this.documents = documents;
        this.request = request;
    }

    /** What a document is to Retort. */
    private enum Role {
        REVISION,
        SCHEMA_FILE,
        LONELY_REVISION,
        FOREIGN
    }

    /** The folders that are open in the editor. */
    public void open(List<Path> newFolders) {
        folders = List.copyOf(newFolders);
        projects.clear();
        newFolders.forEach(folder -> project(folder.resolve(ProjectFolder.CONFIGURATION)));
    }

    /** The roots of the projects that something was looked at of. */
    public List<Path> roots() {
        return List.copyOf(projects.keySet());
    }

    /** The root of the project that a document belongs to; empty where it is nowhere saved. */
    public Optional<Path> rootOf(Document document) {
        return Optional.ofNullable(document.path()).map(path -> project(path).root());
    }

    /** Reads the configurations again. */
    public void configure() {
        projects.values().forEach(OpenProject::configure);
    }

    /** Forgets what was known of scripts that have changed. */
    public void changed(Path file) {
        project(file).changed();
    }

    OpenProject project(Path file) {
        Path root = ProjectFolder.rootOf(file, folders);
        return projects.computeIfAbsent(root, folder -> new OpenProject(folder, documents, request));
    }

    Optional<OpenProject> project(Document document) {
        return Optional.ofNullable(document.path()).map(this::project);
    }

    private Role role(Document document) {
        Path path = document.path();
        Optional<ProjectFolder> folder = project(document).flatMap(OpenProject::folder);
        if (path != null && folder.isPresent() && folder.get().isRevision(path)) {
            return Role.REVISION;
        } else if (path != null && folder.isPresent() && folder.get().isSchemaFile(path)) {
            return Role.SCHEMA_FILE;
        }
        HeaderText header = HeaderText.of(document.tokens());
        return header.first("revision").isPresent() ? Role.LONELY_REVISION : Role.FOREIGN;
    }

    /** Whether a document is written in the language of schema files. */
    boolean isSchemaFile(Document document) {
        return role(document) == Role.SCHEMA_FILE;
    }

    /** What is around a place of a document. */
    ScriptPlace place(Document document, int offset) {
        Vocabulary.Place top = isSchemaFile(document) ? Vocabulary.ofSchemaFile() : Vocabulary.ofRevision();
        return PlaceReader.at(offset, document.tokens(), top);
    }

    /** A word as it is known at a place, or where the call of it is. */
    Optional<Vocabulary.Word> word(ScriptPlace place, String name) {
        return place.words().word(name).or(() -> place.words().hasTypes() ? Vocabulary.type(name) : Optional.empty());
    }

    /** Whether a text of the header is there that names other revisions, or the revision itself. */
    boolean isReference(ScriptPlace place) {
        ScriptCall call = place.call();
        return place.isText() && !place.words().hasTypes() && call != null && NAMING_REVISIONS.contains(call.word());
    }

    /** The text of a file, as it is open or as it is saved. */
    public Optional<DocumentText> textOf(Path file) {
        return documents.text(file);
    }

    /** Whether there is anything to say about a document. */
    boolean isScript(Document document) {
        return role(document) != Role.FOREIGN;
    }

    /** What is wrong with a document by itself, and where it is right, with what it does in its place in the chain. */
    public CheckedText check(Document document) {
        Role role = role(document);
        if (role == Role.FOREIGN) {
            return new CheckedText(document.text(), List.of());
        }
        String text = document.text().text();
        ScriptSource source = new ScriptSource(nameOf(document), text);
        NoticeReader reader = new NoticeReader(document.text());
        List<Problem> problems = role == Role.SCHEMA_FILE ? check.ofSchemaFile(source) : check.ofRevision(source);
        List<Notice> notices = new ArrayList<>();
        problems.forEach(problem -> notices.add(reader.of(problem, Level.ERROR)));
        if (role == Role.REVISION && problems.isEmpty()) {
            lint(document).stream()
                    .filter(finding -> finding.line().file().equals(source.file()))
                    .map(reader::of)
                    .forEach(notices::add);
        }
        return new CheckedText(document.text(), notices);
    }

    private List<LintFinding> lint(Document document) {
        return HeaderText.of(document.tokens())
                .first("revision")
                .flatMap(id -> project(document).map(project -> project.lint(id.value())))
                .orElse(List.of());
    }

    /** What lint would rather read in a revision, as far as it is wanted; empty where the document is none. */
    Optional<LintFixes> fixes(Document document, Predicate<LintFinding> wanted) {
        if (role(document) != Role.REVISION) {
            return Optional.empty();
        }
        return HeaderText.of(document.tokens())
                .first("revision")
                .flatMap(id -> project(document).flatMap(project -> project.fixes(id.value(), wanted)));
    }

    private String nameOf(Document document) {
        Path path = document.path();
        Optional<OpenProject> project = project(document);
        return path != null
                        && project.isPresent()
                        && path.startsWith(project.get().root())
                ? project.get().root().relativize(path).toString()
                : document.name();
    }

    /** What is wrong with the configuration of a project and with its chain, by files. */
    public Map<Path, CheckedText> checkProject(Path root) {
        OpenProject project = project(root.resolve(ProjectFolder.CONFIGURATION));
        ProjectNotices notices = new ProjectNotices(project.root(), documents);
        project.broken().forEach(notices::add);
        if (project.broken().isEmpty()) {
            List<Problem> faults = project.readChain();
            faults.forEach(notices::add);
            if (faults.isEmpty()) {
                heads(project, notices);
                project.problems().stream()
                        .filter(problem -> !notices.isOpen(problem))
                        .forEach(notices::add);
            }
        }
        return notices.byFile();
    }

    private static void heads(OpenProject project, ProjectNotices notices) {
        List<RevisionView> heads = project.chain().competingHeads();
        if (!heads.isEmpty()) {
            for (Problem problem : project.severalHeads()) {
                heads.forEach(head -> notices.addTo(head.file(), problem, MULTIPLE_HEADS));
            }
        }
    }
}
