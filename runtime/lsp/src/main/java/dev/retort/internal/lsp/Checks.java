package dev.retort.internal.lsp;

import dev.retort.internal.authoring.CheckedText;
import dev.retort.internal.authoring.Document;
import dev.retort.internal.authoring.OpenDocuments;
import dev.retort.internal.authoring.Workbench;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.PublishDiagnosticsParams;

/**
 * Checks what is typed when nothing is typed for a moment, and publishes what it finds. Scripts and chains have a thread each, so
 * that a long chain keeps nobody waiting who types. A check of what was changed in the meantime is dropped.
 */
final class Checks implements AutoCloseable {

    private final Workbench workbench;
    private final OpenDocuments documents;
    private final Pauses pauses;
    private final Findings findings;
    private final Consumer<PublishDiagnosticsParams> editor;
    private final ScheduledExecutorService scripts =
            Executors.newSingleThreadScheduledExecutor(new Daemons("retort-check"));
    private final ScheduledExecutorService chains =
            Executors.newSingleThreadScheduledExecutor(new Daemons("retort-chain"));
    private final Map<Object, Future<?>> waiting = new HashMap<>();
    private final Map<String, CheckedText> ofScripts = new HashMap<>();
    private final Map<Path, Map<Path, CheckedText>> ofChains = new HashMap<>();
    private final Map<String, List<Diagnostic>> published = new HashMap<>();

    Checks(
            Workbench workbench,
            OpenDocuments documents,
            Pauses pauses,
            Findings findings,
            Consumer<PublishDiagnosticsParams> editor) {
        this.workbench = workbench;
        this.documents = documents;
        this.pauses = pauses;
        this.findings = findings;
        this.editor = editor;
    }

    /** A document was opened: it is checked at once, and its chain with it. */
    void opened(Document document) {
        later(document.uri(), scripts, Duration.ZERO, () -> check(document.uri()));
        workbench.rootOf(document).ifPresent(root -> chain(root, Duration.ZERO));
    }

    void typed(Document document) {
        later(document.uri(), scripts, pauses.script(), () -> check(document.uri()));
        workbench.rootOf(document).ifPresent(root -> chain(root, pauses.chain()));
    }

    /** What is not open any more is checked with its chain, as it is saved. */
    void closed(Document document) {
        synchronized (this) {
            ofScripts.remove(document.uri());
        }
        publish(document.uri());
        workbench.rootOf(document).ifPresent(root -> chain(root, Duration.ZERO));
    }

    /** Something beside what is open has changed. */
    void changed() {
        for (Document document : documents.all()) {
            later(document.uri(), scripts, Duration.ZERO, () -> check(document.uri()));
        }
        workbench.roots().forEach(root -> chain(root, Duration.ZERO));
    }

    private void chain(Path root, Duration pause) {
        later(root, chains, pause, () -> checkChain(root));
    }

    private synchronized void later(Object what, ScheduledExecutorService thread, Duration pause, Runnable work) {
        Future<?> before = waiting.get(what);
        if (before != null) {
            before.cancel(false);
        }
        try {
            waiting.put(
                    what,
                    thread.schedule(
                            () -> Replies.note("The check of " + what, work), pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (RejectedExecutionException e) {
            // The session is over.
        }
    }

    private void check(String uri) {
        Optional<Document> found = documents.find(uri);
        if (found.isEmpty()) {
            return;
        }
        Document document = found.get();
        CheckedText checked = workbench.check(document);
        boolean current = documents.find(uri).filter(document::equals).isPresent();
        if (current) {
            synchronized (this) {
                ofScripts.put(uri, checked);
            }
            publish(uri);
        }
    }

    private void checkChain(Path root) {
        Map<Path, CheckedText> found = workbench.checkProject(root);
        Set<Path> concerned;
        synchronized (this) {
            Map<Path, CheckedText> before = ofChains.put(root, found);
            concerned = new HashSet<>(found.keySet());
            if (before != null) {
                concerned.addAll(before.keySet());
            }
        }
        concerned.forEach(path -> publish(uri(path)));
    }

    private String uri(Path path) {
        return documents.at(path).map(Document::uri).orElseGet(() -> FileUris.uri(path));
    }

    /** Sends what is known of a document, where that is not what the editor has. */
    private synchronized void publish(String uri) {
        List<Diagnostic> diagnostics = found(uri).stream()
                .flatMap(found -> found.notices().stream().map(notice -> findings.diagnostic(found.text(), notice)))
                .distinct()
                .toList();
        List<Diagnostic> before = published.put(uri, diagnostics);
        boolean known = before == null ? diagnostics.isEmpty() && !isOpen(uri) : before.equals(diagnostics);
        if (!known) {
            Integer version = documents.find(uri).map(Document::version).orElse(null);
            editor.accept(new PublishDiagnosticsParams(uri, diagnostics, version));
        }
    }

    private boolean isOpen(String uri) {
        return documents.find(uri).isPresent();
    }

    /** What is known of a document now, of itself and of its chain. */
    synchronized List<CheckedText> found(String uri) {
        Path path = documents.find(uri).map(Document::path).orElseGet(() -> FileUris.path(uri));
        List<CheckedText> found = new ArrayList<>();
        Stream.ofNullable(ofScripts.get(uri)).forEach(found::add);
        if (path != null) {
            ofChains.values()
                    .forEach(chain -> Stream.ofNullable(chain.get(path)).forEach(found::add));
        }
        return found;
    }

    @Override
    public void close() {
        scripts.shutdownNow();
        chains.shutdownNow();
    }
}
