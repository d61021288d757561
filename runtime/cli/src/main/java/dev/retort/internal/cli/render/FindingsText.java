package dev.retort.internal.cli.render;

import dev.retort.Finding;
import dev.retort.internal.error.VisibleText;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a validation found as text: a sentence each, and the difference below it. */
public final class FindingsText {

    private final Palette palette;

    public FindingsText(Palette palette) {
        this.palette = palette;
    }

    public String of(List<Finding> findings) {
        StringBuilder text = new StringBuilder();
        findings.forEach(finding -> text.append(sentence(finding)).append(diff(finding.diff())));
        return text.toString();
    }

    /** The same without the differences. */
    public String sentences(List<Finding> findings) {
        return findings.stream().map(this::sentence).collect(Collectors.joining());
    }

    private String sentence(Finding finding) {
        String where = finding.file() == null ? "" : finding.file() + ": ";
        return palette.warning(where + finding.sentence()) + " " + VisibleText.paragraph(finding.hint()) + "\n";
    }

    private String diff(@Nullable String diff) {
        StringBuilder text = new StringBuilder();
        if (diff != null) {
            diff.lines().forEach(line -> text.append(palette.change(line)).append('\n'));
        }
        return text.toString();
    }
}
