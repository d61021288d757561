package dev.retort.cli.render;

import dev.retort.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a validation found as text: a sentence each, and the difference below it. */
public final class FindingsText {

    private final Palette palette;

    public FindingsText(Palette palette) {
        this.palette = palette;
    }

    public String of(List<Finding> findings) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : findings) {
            String where = finding.file() == null ? "" : finding.file() + ": ";
            text.append(palette.warning(where + finding.sentence()))
                    .append(' ')
                    .append(finding.hint())
                    .append('\n')
                    .append(diff(finding.diff()));
        }
        return text.toString();
    }

    private String diff(@Nullable String diff) {
        StringBuilder text = new StringBuilder();
        if (diff != null) {
            diff.lines().forEach(line -> text.append(palette.change(line)).append('\n'));
        }
        return text.toString();
    }
}
