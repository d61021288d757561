package dev.retort.internal.project;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;
import java.util.regex.Pattern;

/** What distinguishes two texts, as a unified diff. Which line ends they have is no difference. */
public final class TextDiff {

    private static final int CONTEXT = 3;
    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");

    private TextDiff() {}

    /** Of a text that is gone altogether, the second name is {@code /dev/null}. */
    public static String unified(String fromName, String from, String toName, String to) {
        List<String> before = lines(from);
        return String.join(
                "\n",
                UnifiedDiffUtils.generateUnifiedDiff(
                        fromName, toName, before, DiffUtils.diff(before, lines(to)), CONTEXT));
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(LINE_END.split(text));
    }
}
