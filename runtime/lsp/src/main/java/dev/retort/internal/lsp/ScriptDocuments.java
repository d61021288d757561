package dev.retort.internal.lsp;

import dev.retort.internal.authoring.Completion;
import dev.retort.internal.authoring.Document;
import dev.retort.internal.authoring.DocumentText;
import dev.retort.internal.authoring.Explanation;
import dev.retort.internal.authoring.FilePlace;
import dev.retort.internal.authoring.Navigation;
import dev.retort.internal.authoring.OpenDocuments;
import dev.retort.internal.authoring.Proposal;
import dev.retort.internal.authoring.Workbench;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.TextDocumentService;

/** The documents that are open: what is typed, and what is asked about them. Of one that is not open there is nothing to say. */
final class ScriptDocuments implements TextDocumentService {

    private final Workbench workbench;
    private final OpenDocuments documents;
    private final Checks checks;
    private final QuickFixes fixes;
    private final Replies replies;
    private final Completion completion;
    private final Explanation explanation;
    private final Navigation navigation;

    ScriptDocuments(Workbench workbench, OpenDocuments documents, Checks checks, QuickFixes fixes, Replies replies) {
        this.workbench = workbench;
        this.documents = documents;
        this.checks = checks;
        this.fixes = fixes;
        this.replies = replies;
        this.completion = new Completion(workbench);
        this.explanation = new Explanation(workbench);
        this.navigation = new Navigation(workbench);
    }

    @Override
    public void didOpen(DidOpenTextDocumentParams params) {
        Replies.note("The opening of a document", () -> {
            TextDocumentItem item = params.getTextDocument();
            Document document = new Document(
                    item.getUri(), FileUris.path(item.getUri()), item.getVersion(), new DocumentText(item.getText()));
            documents.put(document);
            checks.opened(document);
        });
    }

    @Override
    public void didChange(DidChangeTextDocumentParams params) {
        Replies.note("The change of a document", () -> {
            VersionedTextDocumentIdentifier changed = params.getTextDocument();
            documents.find(changed.getUri()).ifPresent(before -> {
                DocumentText text = before.text();
                for (TextDocumentContentChangeEvent change : params.getContentChanges()) {
                    text = with(text, change);
                }
                Document document = before.changed(changed.getVersion(), text);
                documents.put(document);
                checks.typed(document);
            });
        });
    }

    private static DocumentText with(DocumentText text, TextDocumentContentChangeEvent change) {
        return change.getRange() == null
                ? new DocumentText(change.getText())
                : text.with(Wire.span(text, change.getRange()), change.getText());
    }

    @Override
    public void didClose(DidCloseTextDocumentParams params) {
        Replies.note("The closing of a document", () -> {
            String uri = params.getTextDocument().getUri();
            documents.find(uri).ifPresent(document -> {
                documents.remove(uri);
                changed(document);
                checks.closed(document);
            });
        });
    }

    /** Other scripts may depend on what was saved. */
    @Override
    public void didSave(DidSaveTextDocumentParams params) {
        Replies.note("The saving of a document", () -> {
            documents.find(params.getTextDocument().getUri()).ifPresent(this::changed);
            workbench.configure();
            checks.changed();
        });
    }

    private void changed(Document document) {
        if (document.path() != null) {
            workbench.changed(document.path());
        }
    }

    @Override
    public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams params) {
        return replies.of(() -> {
            List<CompletionItem> items = ask(params, (document, offset) -> {
                        List<CompletionItem> all = new ArrayList<>();
                        for (Proposal proposal : completion.at(document, offset)) {
                            all.add(Wire.item(document.text(), proposal, all.size()));
                        }
                        return all;
                    })
                    .orElse(List.of());
            return Either.forLeft(items);
        });
    }

    @Override
    public CompletableFuture<Hover> hover(HoverParams params) {
        return replies.of(() -> ask(params, this::hover).flatMap(found -> found).orElse(null));
    }

    private Optional<Hover> hover(Document document, int offset) {
        return explanation
                .at(document, offset)
                .map(found -> new Hover(Wire.markdown(found.markdown()), Wire.range(document.text(), found.span())));
    }

    @Override
    public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> definition(
            DefinitionParams params) {
        return replies.of(() ->
                Either.forLeft(ask(params, navigation::definition).flatMap(found -> found).map(this::location).stream()
                        .toList()));
    }

    @Override
    public CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
        boolean declaration = params.getContext().isIncludeDeclaration();
        return replies.of(() ->
                ask(params, (document, offset) -> navigation.references(document, offset, declaration))
                        .orElse(List.of())
                        .stream()
                        .map(this::location)
                        .toList());
    }

    private Location location(FilePlace place) {
        String uri = documents.at(place.path()).map(Document::uri).orElseGet(() -> FileUris.uri(place.path()));
        return Wire.location(place, uri);
    }

    @Override
    public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
            DocumentSymbolParams params) {
        return replies.of(() -> documents.find(params.getTextDocument().getUri()).stream()
                .flatMap(
                        document -> navigation.parts(document).stream().map(part -> Wire.symbol(document.text(), part)))
                .map(Either::<SymbolInformation, DocumentSymbol>forRight)
                .toList());
    }

    @Override
    public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
        return replies.of(() -> documents.find(params.getTextDocument().getUri()).stream()
                .flatMap(document -> fixes.of(document, Wire.span(document.text(), params.getRange())).stream())
                .map(Either::<Command, CodeAction>forRight)
                .toList());
    }

    private <T> Optional<T> ask(TextDocumentPositionParams params, BiFunction<Document, Integer, T> answer) {
        return documents
                .find(params.getTextDocument().getUri())
                .map(document -> answer.apply(document, Wire.offset(document.text(), params.getPosition())));
    }
}
