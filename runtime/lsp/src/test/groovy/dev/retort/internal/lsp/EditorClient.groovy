package dev.retort.internal.lsp

import dev.retort.internal.configuration.SettingRequest
import dev.retort.internal.editor.EditorSession
import java.nio.channels.Channels
import java.nio.channels.Pipe
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.CompletableFuture
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.ExecutorService
import java.util.concurrent.Executors
import java.util.concurrent.Future
import java.util.concurrent.TimeUnit
import org.eclipse.lsp4j.ClientCapabilities
import org.eclipse.lsp4j.CodeAction
import org.eclipse.lsp4j.CodeActionContext
import org.eclipse.lsp4j.CodeActionParams
import org.eclipse.lsp4j.CompletionItem
import org.eclipse.lsp4j.CompletionParams
import org.eclipse.lsp4j.DefinitionParams
import org.eclipse.lsp4j.Diagnostic
import org.eclipse.lsp4j.DidChangeConfigurationParams
import org.eclipse.lsp4j.DidChangeTextDocumentParams
import org.eclipse.lsp4j.DidChangeWatchedFilesCapabilities
import org.eclipse.lsp4j.DidChangeWatchedFilesParams
import org.eclipse.lsp4j.DidCloseTextDocumentParams
import org.eclipse.lsp4j.DidOpenTextDocumentParams
import org.eclipse.lsp4j.DidSaveTextDocumentParams
import org.eclipse.lsp4j.DocumentSymbol
import org.eclipse.lsp4j.DocumentSymbolParams
import org.eclipse.lsp4j.FileChangeType
import org.eclipse.lsp4j.FileEvent
import org.eclipse.lsp4j.Hover
import org.eclipse.lsp4j.HoverParams
import org.eclipse.lsp4j.InitializeParams
import org.eclipse.lsp4j.InitializeResult
import org.eclipse.lsp4j.InitializedParams
import org.eclipse.lsp4j.Location
import org.eclipse.lsp4j.MessageActionItem
import org.eclipse.lsp4j.MessageParams
import org.eclipse.lsp4j.Position
import org.eclipse.lsp4j.PublishDiagnosticsParams
import org.eclipse.lsp4j.Range
import org.eclipse.lsp4j.ReferenceContext
import org.eclipse.lsp4j.ReferenceParams
import org.eclipse.lsp4j.RegistrationParams
import org.eclipse.lsp4j.ShowMessageRequestParams
import org.eclipse.lsp4j.TextDocumentContentChangeEvent
import org.eclipse.lsp4j.TextDocumentIdentifier
import org.eclipse.lsp4j.TextDocumentItem
import org.eclipse.lsp4j.TextEdit
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier
import org.eclipse.lsp4j.WorkspaceClientCapabilities
import org.eclipse.lsp4j.WorkspaceEdit
import org.eclipse.lsp4j.WorkspaceEditCapabilities
import org.eclipse.lsp4j.WorkspaceFolder
import org.eclipse.lsp4j.launch.LSPLauncher
import org.eclipse.lsp4j.services.LanguageClient
import org.eclipse.lsp4j.services.LanguageServer

/** An editor, as LSP4J is one, and the server that it talks with over pipes. */

final class EditorClient implements LanguageClient, Closeable {

    static final long PATIENCE = 15_000

    final Path home
    final Map<String, List<Diagnostic>> diagnostics = new ConcurrentHashMap<>()
    final Map<String, Integer> published = new ConcurrentHashMap<>()
    final List<String> registered = new CopyOnWriteArrayList<>()
    private final Map<String, Integer> versions = [:]
    private final Map<String, String> texts = [:]
    private final Pipe requests = Pipe.open()
    private final Pipe answers = Pipe.open()
    private final ExecutorService threads = Executors.newCachedThreadPool(new Daemons('editor'))
    private final Future<Boolean> served
    LanguageServer server
    InitializeResult capabilities

    /** @param operations on files that it can do for a server */
    EditorClient(Path home, Map<String, String> variables = [:], Integer process = null, List<String> operations = ['create']) {
        this.home = home
        def request = new SettingRequest([:], null, null, variables + [RETORT_CACHE: 'off'], home)
        def session = new EditorSession(Channels.newInputStream(requests.source()), Channels.newOutputStream(answers.sink()), request,
                { String code -> code == 'drop-table' ? Optional.of("https://example.org/$code" as String) : Optional.empty() })
        def pauses = new Pauses(Duration.ofMillis(5), Duration.ofMillis(10))
        served = threads.submit({ new LspServer(pauses).serve(session) } as java.util.concurrent.Callable<Boolean>)
        connect(Channels.newInputStream(answers.source()), Channels.newOutputStream(requests.sink()), process, operations)
    }

    private void connect(InputStream fromServer, OutputStream toServer, Integer process, List<String> operations) {
        def launcher = LSPLauncher.createClientLauncher(this, fromServer, toServer, threads, { it })
        launcher.startListening()
        server = launcher.remoteProxy
        def params = new InitializeParams()
        params.processId = process
        params.workspaceFolders = [new WorkspaceFolder(home.toUri().toString(), 'project')]
        params.capabilities = new ClientCapabilities()
        params.capabilities.workspace = new WorkspaceClientCapabilities()
        params.capabilities.workspace.didChangeWatchedFiles = new DidChangeWatchedFilesCapabilities(true)
        params.capabilities.workspace.workspaceEdit = new WorkspaceEditCapabilities(documentChanges: true, resourceOperations: operations)
        capabilities = answer(server.initialize(params))
        server.initialized(new InitializedParams())
    }

    private <T> T answer(CompletableFuture<T> future) {
        if (served.done) {
            served.get()
        }
        future.get(PATIENCE, TimeUnit.MILLISECONDS)
    }

    String uri(String file) {
        file.contains(':') ? file : home.resolve(file).toUri().toString()
    }

    // ---- what an author does ----

    void open(String file, String text) {
        texts[uri(file)] = text
        versions[uri(file)] = 1
        server.textDocumentService.didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri(file), 'groovy', 1, text)))
    }

    /** Opens a file as it is saved. */
    void open(String file) {
        open(file, Files.readString(home.resolve(file)))
    }

    /** Types something in the place of something else, which is there once. */
    void type(String file, String before, String after) {
        def text = texts[uri(file)]
        int start = text.indexOf(before)
        assert start >= 0 && text.indexOf(before, start + 1) < 0
        def range = new Range(position(text, start), position(text, start + before.length()))
        send(file, new TextDocumentContentChangeEvent(range, after))
        texts[uri(file)] = text.substring(0, start) + after + text.substring(start + before.length())
    }

    void replace(String file, String text) {
        send(file, new TextDocumentContentChangeEvent(text))
        texts[uri(file)] = text
    }

    private void send(String file, TextDocumentContentChangeEvent change) {
        int version = ++versions[uri(file)]
        server.textDocumentService.didChange(
                new DidChangeTextDocumentParams(new VersionedTextDocumentIdentifier(uri(file), version), [change]))
    }

    void save(String file) {
        Files.writeString(home.resolve(file), texts[uri(file)])
        server.textDocumentService.didSave(new DidSaveTextDocumentParams(new TextDocumentIdentifier(uri(file))))
    }

    void close(String file) {
        server.textDocumentService.didClose(new DidCloseTextDocumentParams(new TextDocumentIdentifier(uri(file))))
    }

    /** Somebody else has written a file. */
    void write(String file, String text) {
        Files.createDirectories(home.resolve(file).parent)
        Files.writeString(home.resolve(file), text)
        server.workspaceService.didChangeWatchedFiles(
                new DidChangeWatchedFilesParams([new FileEvent(uri(file), FileChangeType.Changed)]))
    }

    void configurationChanged() {
        server.workspaceService.didChangeConfiguration(new DidChangeConfigurationParams([:]))
    }

    // ---- what he sees ----

    /** What is underlined in a file, as {@code text underlined: message}, as soon as that is what is expected. */
    boolean shows(String file, List<String> expected) {
        long until = System.currentTimeMillis() + PATIENCE
        synchronized (diagnostics) {
            while (shown(file) != expected && System.currentTimeMillis() < until) {
                diagnostics.wait(100)
            }
        }
        assert shown(file) == expected
        true
    }

    /** Null before anything was published. */
    List<String> shown(String file) {
        def found = diagnostics[uri(file)]
        found?.collect { "${underlined(texts[uri(file)] ?: Files.readString(home.resolve(file)), it.range)}: ${it.message.getLeft()}".toString() }
    }

    /** With the severity and the code of each. */
    List<List<Object>> kinds(String file) {
        diagnostics[uri(file)].collect { [it.severity as Object, it.code?.get()] }
    }

    /** The addresses of the pages about them. */
    List<String> pages(String file) {
        diagnostics[uri(file)].collect { it.codeDescription?.href }
    }

    static String underlined(String text, Range range) {
        text.substring(offset(text, range.start), offset(text, range.end))
    }

    List<CompletionItem> completions(String file, String before) {
        answer(server.textDocumentService.completion(new CompletionParams(new TextDocumentIdentifier(uri(file)), after(file, before)))).getLeft()
    }

    List<String> proposed(String file, String before) {
        completions(file, before)*.label
    }

    /** The text of a file after a proposal was taken. */
    String completed(String file, String before, String label) {
        def item = completions(file, before).find { it.label == label }
        def edit = item.textEdit.getLeft()
        def text = texts[uri(file)]
        text.substring(0, offset(text, edit.range.start)) + edit.newText + text.substring(offset(text, edit.range.end))
    }

    /** Null where nothing is shown. */
    String hover(String file, String before) {
        Hover hover = answer(server.textDocumentService.hover(new HoverParams(new TextDocumentIdentifier(uri(file)), after(file, before))))
        hover?.contents?.getRight()?.value
    }

    /** As {@code file: text}. */
    List<String> definition(String file, String before) {
        places(answer(server.textDocumentService.definition(
                new DefinitionParams(new TextDocumentIdentifier(uri(file)), after(file, before)))).getLeft())
    }

    List<String> references(String file, String before, boolean declaration = false) {
        places(answer(server.textDocumentService.references(new ReferenceParams(
                new TextDocumentIdentifier(uri(file)), after(file, before), new ReferenceContext(declaration)))))
    }

    private List<String> places(List<? extends Location> locations) {
        locations.collect { Location place ->
            def path = Path.of(URI.create(place.uri))
            def text = texts[place.uri] ?: Files.readString(path)
            "${home.relativize(path)}: ${line(text, place.range)}".toString()
        }
    }

    private static String line(String text, Range range) {
        "${range.start.line + 1}:${range.start.character + 1} ${underlined(text, range)}".toString()
    }

    List<DocumentSymbol> symbols(String file) {
        answer(server.textDocumentService.documentSymbol(new DocumentSymbolParams(new TextDocumentIdentifier(uri(file))))).collect { it.getRight() }
    }

    /** The titles of what can be done about something, with the text that each leads to. */
    Map<String, String> fixes(String file, String before) {
        files(file, before).collectEntries { title, files -> [title, files[file]] }
    }

    /** The same with all files, those that are created too. */
    Map<String, Map<String, String>> files(String file, String before) {
        def place = after(file, before)
        def params = new CodeActionParams(new TextDocumentIdentifier(uri(file)), new Range(place, place), new CodeActionContext([]))
        answer(server.textDocumentService.codeAction(params)).collectEntries {
            CodeAction action = it.getRight()
            assert action.diagnostics*.code.every { it == null || it in diagnostics[uri(file)]*.code }
            [action.title, changed(action.edit)]
        }
    }

    private Map<String, String> changed(WorkspaceEdit edit) {
        Map<String, String> changed = [:]
        edit.changes?.each { uri, edits -> changed[uri] = edited(texts[uri], edits) }
        edit.documentChanges?.each {
            if (it.right) {
                assert it.getRight().kind == 'create' && !Files.exists(Path.of(URI.create(it.getRight().uri)))
                changed[it.getRight().uri] = ''
            } else {
                def document = it.getLeft().textDocument
                assert document.version == versions[document.uri]
                changed[document.uri] = edited(changed[document.uri] ?: texts[document.uri] ?: '', it.getLeft().edits*.getLeft())
            }
        }
        changed.collectEntries { uri, text -> [home.relativize(Path.of(URI.create(uri))).toString(), text] }
    }

    private static String edited(String text, List<TextEdit> edits) {
        assert edits.size() == 1
        text.substring(0, offset(text, edits[0].range.start)) + edits[0].newText + text.substring(offset(text, edits[0].range.end))
    }

    Position after(String file, String before) {
        def text = texts[uri(file)]
        int start = text.indexOf(before)
        assert start >= 0
        position(text, start + before.length())
    }

    static Position position(String text, int offset) {
        def lines = text.substring(0, offset).split(/\r\n|\r|\n/, -1)
        new Position(lines.length - 1, lines[-1].length())
    }

    static int offset(String text, Position position) {
        def matcher = text =~ /\r\n|\r|\n/
        int start = 0
        position.line.times {
            // What was found in another text leads beyond this one.
            start = matcher.find() ? matcher.end() : text.length()
        }
        Math.min(start + position.character, text.length())
    }

    // ---- how it ends ----

    /** Whether it ended as the protocol says. */
    boolean ended() {
        served.get(PATIENCE, TimeUnit.MILLISECONDS)
    }

    void shutDown() {
        answer(server.shutdown())
        server.exit()
    }

    /** Sends nothing any more. */
    void hangUp() {
        requests.sink().close()
    }

    @Override
    void close() {
        server.exit()
        hangUp()
        answers.source().close()
        threads.shutdownNow()
    }

    // ---- what the server sends ----

    @Override
    void publishDiagnostics(PublishDiagnosticsParams params) {
        synchronized (diagnostics) {
            diagnostics[params.uri] = params.diagnostics
            published.merge(params.uri, 1) { Integer a, Integer b -> a + b }
            diagnostics.notifyAll()
        }
    }

    @Override
    CompletableFuture<Void> registerCapability(RegistrationParams params) {
        registered.addAll(params.registrations*.method)
        CompletableFuture.completedFuture(null)
    }

    @Override
    void telemetryEvent(Object event) {
        throw new IllegalStateException("no telemetry: $event")
    }

    @Override
    void showMessage(MessageParams params) {
        throw new IllegalStateException("nothing is shown: $params")
    }

    @Override
    CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams params) {
        throw new IllegalStateException("nothing is asked: $params")
    }

    @Override
    void logMessage(MessageParams params) {
        throw new IllegalStateException("nothing is logged: $params")
    }
}
