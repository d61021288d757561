package dev.retort.internal.lsp;

import dev.retort.internal.authoring.OpenDocuments;
import dev.retort.internal.authoring.Workbench;
import dev.retort.internal.editor.EditorSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.PositionEncodingKind;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ResourceOperationKind;
import org.eclipse.lsp4j.SaveOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.jspecify.annotations.Nullable;

/** The life of a session: what the server can do, which folders are open, and when it ends. */
final class ScriptLanguage implements LanguageServer, AutoCloseable {

    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
    private final Replies replies = new Replies();
    private final Checks checks;
    private final QuickFixes fixes;
    private final ScriptDocuments scripts;
    private final ScriptFolders folders;
    private @Nullable LanguageClient client;
    private boolean watches;
    private volatile boolean shutDown;

    ScriptLanguage(EditorSession session, Pauses pauses) {
        OpenDocuments documents = new OpenDocuments();
        Workbench workbench = new Workbench(documents, session.request());
        Findings findings = new Findings(session.pages());
        checks = new Checks(workbench, documents, pauses, findings, params -> client().publishDiagnostics(params));
        fixes = new QuickFixes(workbench, checks, findings);
        scripts = new ScriptDocuments(workbench, documents, checks, fixes, replies);
        folders = new ScriptFolders(workbench, checks);
    }

    /** To be called before the first message is read. */
    void connect(LanguageClient newClient) {
        client = newClient;
    }

    private LanguageClient client() {
        return Objects.requireNonNull(client);
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
        watchParent(params.getProcessId());
        folders.open(folders(params));
        fixes.mayCreateFiles(createsFiles(params.getCapabilities()));
        watches = params.getCapabilities() != null
                && params.getCapabilities().getWorkspace() != null
                && params.getCapabilities().getWorkspace().getDidChangeWatchedFiles() != null
                && Boolean.TRUE.equals(params.getCapabilities()
                        .getWorkspace()
                        .getDidChangeWatchedFiles()
                        .getDynamicRegistration());
        return CompletableFuture.completedFuture(new InitializeResult(capabilities(), new ServerInfo(Wire.SOURCE)));
    }

    /** Whether an editor can do more about a finding than change the text of open files. */
    private static boolean createsFiles(@Nullable ClientCapabilities client) {
        WorkspaceClientCapabilities workspace = client == null ? null : client.getWorkspace();
        WorkspaceEditCapabilities edits = workspace == null ? null : workspace.getWorkspaceEdit();
        return edits != null
                && Boolean.TRUE.equals(edits.getDocumentChanges())
                && edits.getResourceOperations() != null
                && edits.getResourceOperations().contains(ResourceOperationKind.Create);
    }

    @SuppressWarnings("deprecation") // Editors without folders name the root in one of the older ways.
    private static List<Path> folders(InitializeParams params) {
        List<String> uris = new ArrayList<>();
        if (params.getWorkspaceFolders() != null) {
            params.getWorkspaceFolders().forEach(folder -> uris.add(folder.getUri()));
        } else if (params.getRootUri() != null) {
            uris.add(params.getRootUri());
        }
        List<Path> folders = new ArrayList<>();
        uris.stream().flatMap(uri -> Stream.ofNullable(FileUris.path(uri))).forEach(folders::add);
        return folders;
    }

    private static ServerCapabilities capabilities() {
        TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
        sync.setOpenClose(true);
        sync.setChange(TextDocumentSyncKind.Incremental);
        sync.setSave(Either.forRight(new SaveOptions(false)));
        ServerCapabilities capabilities = new ServerCapabilities();
        capabilities.setPositionEncoding(PositionEncodingKind.UTF16);
        capabilities.setTextDocumentSync(sync);
        capabilities.setCompletionProvider(new CompletionOptions(false, List.of("'", "\"")));
        capabilities.setHoverProvider(true);
        capabilities.setDefinitionProvider(true);
        capabilities.setReferencesProvider(true);
        capabilities.setDocumentSymbolProvider(true);
        capabilities.setCodeActionProvider(new CodeActionOptions(List.of(CodeActionKind.QuickFix)));
        WorkspaceFoldersOptions several = new WorkspaceFoldersOptions();
        several.setSupported(true);
        several.setChangeNotifications(true);
        capabilities.setWorkspace(new WorkspaceServerCapabilities(several));
        return capabilities;
    }

    @Override
    public void initialized(InitializedParams params) {
        if (!watches) {
            return;
        }
        List<FileSystemWatcher> watchers = Stream.of("**/*.groovy", "**/retort.toml")
                .map(pattern -> new FileSystemWatcher(Either.forLeft(pattern)))
                .toList();
        Registration registration = new Registration(
                "retort-files",
                "workspace/didChangeWatchedFiles",
                new DidChangeWatchedFilesRegistrationOptions(watchers));
        CompletableFuture<Void> unused = client().registerCapability(new RegistrationParams(List.of(registration)))
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        ProtocolLog.failure("The editor does not watch files", failure);
                    }
                });
    }

    /** An editor that dies closes no stream of a server that it has not started itself. */
    private void watchParent(@Nullable Integer process) {
        if (process != null) {
            ProcessHandle.of(process).filter(ProcessHandle::isAlive).ifPresent(parent -> {
                CompletableFuture<Void> unused = parent.onExit().thenRun(() -> end(false));
            });
        }
    }

    @Override
    public CompletableFuture<Object> shutdown() {
        shutDown = true;
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void exit() {
        end(shutDown);
    }

    @Override
    public void setTrace(SetTraceParams params) {
        // Nothing is traced.
    }

    @Override
    public TextDocumentService getTextDocumentService() {
        return scripts;
    }

    @Override
    public WorkspaceService getWorkspaceService() {
        return folders;
    }

    void end(boolean orderly) {
        ended.complete(orderly);
    }

    /** @return whether it was shut down before */
    boolean awaitEnd() {
        return ended.join();
    }

    @Override
    public void close() {
        replies.close();
        checks.close();
    }
}
