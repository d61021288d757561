package dev.retort.internal.lsp;

import dev.retort.internal.authoring.CheckedText;
import dev.retort.internal.authoring.Document;
import dev.retort.internal.authoring.Notice;
import dev.retort.internal.authoring.ScriptFix;
import dev.retort.internal.authoring.ScriptFix.NewFile;
import dev.retort.internal.authoring.ScriptFixes;
import dev.retort.internal.authoring.Span;
import dev.retort.internal.authoring.Workbench;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CreateFile;
import org.eclipse.lsp4j.CreateFileOptions;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ResourceOperation;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/** What an editor can do about a finding for its author: write the word that was meant, or what lint would rather read. */
final class QuickFixes {

    private final ScriptFixes scriptFixes;
    private final Checks checks;
    private final Findings findings;
    private volatile boolean createsFiles;

    QuickFixes(Workbench workbench, Checks checks, Findings findings) {
        this.scriptFixes = new ScriptFixes(workbench);
        this.checks = checks;
        this.findings = findings;
    }

    /** Whether the editor can create a file; else what needs a second revision is left to the command line. */
    void mayCreateFiles(boolean able) {
        createsFiles = able;
    }

    List<CodeAction> of(Document document, Span wanted) {
        List<CodeAction> fixes = new ArrayList<>();
        for (CheckedText found : checks.found(document.uri())) {
            for (Notice notice : found.notices()) {
                if (isThere(document, found, notice, wanted)) {
                    Stream.ofNullable(notice.instead())
                            .forEach(instead -> fixes.add(replacing(document, notice, instead)));
                    scriptFixes
                            .of(document, notice)
                            .filter(fix -> fix.more().isEmpty() || createsFiles)
                            .ifPresent(fix -> fixes.add(writing(document, notice, fix)));
                }
            }
        }
        return fixes;
    }

    /** What was changed since it was found may not be what it was about. */
    private static boolean isThere(Document document, CheckedText found, Notice notice, Span wanted) {
        Span span = notice.span();
        return span.start() <= wanted.end()
                && wanted.start() <= span.end()
                && span.end() <= document.text().length()
                && document.text().text(span).equals(found.text().text(span));
    }

    private CodeAction replacing(Document document, Notice notice, String instead) {
        CodeAction action = action("Replace with \"" + instead + "\"", document, notice);
        action.setIsPreferred(true);
        TextEdit edit = new TextEdit(Wire.range(document.text(), notice.span()), instead);
        action.setEdit(new WorkspaceEdit(Map.of(document.uri(), List.of(edit))));
        return action;
    }

    private CodeAction writing(Document document, Notice notice, ScriptFix fix) {
        CodeAction action = action(fix.title(), document, notice);
        TextEdit edit = new TextEdit(Wire.range(document.text(), fix.replaced()), fix.text());
        action.setEdit(
                fix.more().isEmpty()
                        ? new WorkspaceEdit(Map.of(document.uri(), List.of(edit)))
                        : new WorkspaceEdit(withFiles(document, edit, fix.more())));
        return action;
    }

    private static List<Either<TextDocumentEdit, ResourceOperation>> withFiles(
            Document document, TextEdit edit, List<NewFile> files) {
        List<Either<TextDocumentEdit, ResourceOperation>> changes = new ArrayList<>();
        changes.add(Either.forLeft(edit(document.uri(), document.version(), edit)));
        for (NewFile file : files) {
            String uri = FileUris.uri(file.path());
            changes.add(Either.forRight(new CreateFile(uri, new CreateFileOptions(false, false))));
            Position start = new Position(0, 0);
            changes.add(Either.forLeft(edit(uri, null, new TextEdit(new Range(start, start), file.text()))));
        }
        return changes;
    }

    private static TextDocumentEdit edit(String uri, @Nullable Integer version, TextEdit edit) {
        return new TextDocumentEdit(new VersionedTextDocumentIdentifier(uri, version), List.of(Either.forLeft(edit)));
    }

    private CodeAction action(String title, Document document, Notice about) {
        CodeAction action = new CodeAction(title);
        action.setKind(CodeActionKind.QuickFix);
        action.setDiagnostics(List.of(findings.diagnostic(document.text(), about)));
        return action;
    }
}
