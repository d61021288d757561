package dev.retort.internal.lsp;

import dev.retort.internal.editor.EditorServer;
import dev.retort.internal.editor.EditorSession;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;

/** Serves an editor over a pair of streams. */
public final class LspServer implements EditorServer {

    private final Pauses pauses;

    /** For the service loader. */
    public LspServer() {
        this(Pauses.USUAL);
    }

    LspServer(Pauses pauses) {
        this.pauses = pauses;
    }

    @Override
    public boolean serve(EditorSession session) {
        ProtocolLog.open();
        ExecutorService messages = Executors.newCachedThreadPool(new Daemons("retort-lsp"));
        try (ScriptLanguage language = new ScriptLanguage(session, pauses)) {
            Launcher<LanguageClient> launcher = new LSPLauncher.Builder<LanguageClient>()
                    .setLocalService(language)
                    .setRemoteInterface(LanguageClient.class)
                    .setInput(session.in())
                    .setOutput(session.out())
                    .setExecutorService(messages)
                    .setExceptionHandler(Replies::error)
                    .create();
            language.connect(launcher.getRemoteProxy());
            Future<Void> listening = launcher.startListening();
            messages.execute(() -> awaitEnd(listening, language));
            boolean orderly = language.awaitEnd();
            listening.cancel(true);
            return orderly;
        } finally {
            messages.shutdownNow();
        }
    }

    /** Whoever sends nothing any more is gone. */
    private static void awaitEnd(Future<Void> listening, ScriptLanguage language) {
        try {
            listening.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (CancellationException e) {
            // The session is over.
        } catch (ExecutionException e) {
            ProtocolLog.failure("The messages of the editor cannot be read", e);
        }
        language.end(false);
    }
}
