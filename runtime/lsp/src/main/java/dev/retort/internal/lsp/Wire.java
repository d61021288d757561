package dev.retort.internal.lsp;

import dev.retort.internal.authoring.DocumentText;
import dev.retort.internal.authoring.FilePlace;
import dev.retort.internal.authoring.Navigation.Part;
import dev.retort.internal.authoring.Proposal;
import dev.retort.internal.authoring.Span;
import java.util.List;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** What there is to say, as the protocol has it. */
final class Wire {

    /** Who says it: editors show it with each finding. */
    static final String SOURCE = "retort";

    private Wire() {}

    static Range range(DocumentText text, Span span) {
        return new Range(position(text, span.start()), position(text, span.end()));
    }

    private static Position position(DocumentText text, int offset) {
        dev.retort.internal.authoring.Position place = text.position(offset);
        return new Position(place.line(), place.character());
    }

    static int offset(DocumentText text, Position position) {
        return text.offset(new dev.retort.internal.authoring.Position(position.getLine(), position.getCharacter()));
    }

    static Span span(DocumentText text, Range range) {
        int start = offset(text, range.getStart());
        return new Span(start, Math.max(start, offset(text, range.getEnd())));
    }

    /** @param rank of it among the others; the first is 0 */
    static CompletionItem item(DocumentText text, Proposal proposal, int rank) {
        CompletionItem item = new CompletionItem(proposal.label());
        item.setKind(kind(proposal));
        item.setSortText(String.format("%05d", rank));
        item.setTextEdit(Either.forLeft(new TextEdit(range(text, proposal.replaced()), proposal.text())));
        // What is typed already has the quotes, where the text has them.
        item.setFilterText(proposal.text().strip());
        if (proposal.detail() != null) {
            item.setDetail(proposal.detail());
        }
        if (proposal.manual() != null) {
            item.setDocumentation(markdown(proposal.manual()));
        }
        return item;
    }

    private static CompletionItemKind kind(Proposal proposal) {
        return switch (proposal.kind()) {
            case HEADER -> CompletionItemKind.Keyword;
            case OPERATION -> CompletionItemKind.Function;
            case OPTION -> CompletionItemKind.Property;
            case TYPE -> CompletionItemKind.TypeParameter;
            case REVISION -> CompletionItemKind.Reference;
            case LABEL -> CompletionItemKind.Constant;
            case TABLE -> CompletionItemKind.Struct;
            case COLUMN -> CompletionItemKind.Field;
            case VALUE -> CompletionItemKind.Value;
        };
    }

    static MarkupContent markdown(String text) {
        return new MarkupContent(MarkupKind.MARKDOWN, text);
    }

    static Location location(FilePlace place, String uri) {
        return new Location(uri, range(place.text(), place.span()));
    }

    static DocumentSymbol symbol(DocumentText text, Part part) {
        SymbolKind kind = part.operation()
                ? SymbolKind.Method
                : part.parts().isEmpty() && part.label().startsWith("revision") ? SymbolKind.Key : SymbolKind.Function;
        List<DocumentSymbol> inside =
                part.parts().stream().map(each -> symbol(text, each)).toList();
        return new DocumentSymbol(
                part.label(), kind, range(text, part.whole()), range(text, part.name()), part.detail(), inside);
    }
}
