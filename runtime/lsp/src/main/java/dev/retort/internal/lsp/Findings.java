package dev.retort.internal.lsp;

import dev.retort.internal.authoring.DocumentText;
import dev.retort.internal.authoring.Notice;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticCodeDescription;
import org.eclipse.lsp4j.DiagnosticSeverity;

/** What was found, as the protocol has it, with the address of the page about it where there is one. */
final class Findings {

    private final Function<String, Optional<String>> pages;

    /** @param pages by the codes of what is found */
    Findings(Function<String, Optional<String>> pages) {
        this.pages = pages;
    }

    Diagnostic diagnostic(DocumentText text, Notice notice) {
        Diagnostic diagnostic =
                new Diagnostic(Wire.range(text, notice.span()), notice.message(), severity(notice), Wire.SOURCE);
        if (notice.code() != null) {
            diagnostic.setCode(notice.code());
            pages.apply(notice.code())
                    .ifPresent(page -> diagnostic.setCodeDescription(new DiagnosticCodeDescription(page)));
        }
        return diagnostic;
    }

    private static DiagnosticSeverity severity(Notice notice) {
        return switch (notice.level()) {
            case ERROR -> DiagnosticSeverity.Error;
            case WARNING -> DiagnosticSeverity.Warning;
            case INFORMATION -> DiagnosticSeverity.Information;
        };
    }
}
