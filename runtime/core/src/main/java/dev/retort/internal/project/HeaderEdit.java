package dev.retort.internal.project;

import dev.retort.internal.header.Header;
import dev.retort.internal.header.HeaderScanner;
import dev.retort.internal.header.ScriptSource;
import java.util.List;
import java.util.stream.Collectors;

/** Changes what a script follows, in its text: one statement, and not a character besides. */
final class HeaderEdit {

    private static final String WORD = "downRevision";

    private final String text;
    private final Header header;

    HeaderEdit(ScriptSource source, Header header) {
        this.text = source.text();
        this.header = header;
    }

    /** The statement as it is written; empty where there is none. */
    String statement() {
        return header.entry(WORD)
                .map(entry -> text.substring(entry.start(), entry.end()))
                .orElse("");
    }

    /** The statement that names these; empty for none. */
    String statement(List<String> parents) {
        return parents.isEmpty() ? "" : WORD + gap() + quoted(parents);
    }

    /** The whole text with that statement. */
    String text(List<String> parents) {
        String changed = header.entry(WORD)
                .map(entry -> parents.isEmpty() ? without(entry) : replaced(entry, statement(parents)))
                .orElseGet(() -> parents.isEmpty() ? text : inserted(statement(parents)));
        Header after = HeaderScanner.scan(new ScriptSource("changed", changed));
        if (!after.downRevisions().equals(parents) || !after.revision().equals(header.revision())) {
            throw new IllegalStateException("the header of " + header.revision() + " was not changed as it should be");
        }
        return changed;
    }

    private static String quoted(List<String> parents) {
        return parents.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
    }

    /** The spacing the author chose, which may align the values of the header. */
    private String gap() {
        return header.entry(WORD)
                .map(entry -> {
                    int start = entry.start() + WORD.length();
                    int end = start;
                    while (end < entry.end() && isBlank(text.charAt(end))) {
                        end++;
                    }
                    return end == start ? " " : text.substring(start, end);
                })
                .orElse(" ");
    }

    private String replaced(Header.Entry entry, String statement) {
        return text.substring(0, entry.start()) + statement + text.substring(entry.end());
    }

    /** Takes the line with it if nothing else is on it. */
    private String without(Header.Entry entry) {
        int lineStart = entry.start();
        while (lineStart > 0 && isBlank(text.charAt(lineStart - 1))) {
            lineStart--;
        }
        int end = entry.end();
        while (end < text.length() && (isBlank(text.charAt(end)) || text.charAt(end) == ';')) {
            end++;
        }
        boolean alone = (lineStart == 0 || isLineEnd(text.charAt(lineStart - 1)))
                && (end == text.length() || isLineEnd(text.charAt(end)));
        return alone
                ? text.substring(0, lineStart) + text.substring(afterLineEnd(end))
                : text.substring(0, entry.start()) + text.substring(end);
    }

    private int afterLineEnd(int at) {
        if (text.startsWith("\r\n", at)) {
            return at + 2;
        }
        return Math.min(at + 1, text.length());
    }

    /** On a line of its own after the revision; on the same line where more of the script is there. */
    private String inserted(String statement) {
        int end = header.entry("revision").orElseThrow().end();
        int lineEnd = end;
        while (lineEnd < text.length() && !isLineEnd(text.charAt(lineEnd))) {
            lineEnd++;
        }
        String rest = text.substring(end, lineEnd).strip();
        if (rest.isEmpty() || rest.startsWith("//")) {
            return text.substring(0, lineEnd) + lineBreak() + statement + text.substring(lineEnd);
        }
        return text.substring(0, end) + "; " + statement + text.substring(end);
    }

    private String lineBreak() {
        int first = text.indexOf('\n');
        return first > 0 && text.charAt(first - 1) == '\r' ? "\r\n" : "\n";
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\t';
    }

    private static boolean isLineEnd(char character) {
        return character == '\n' || character == '\r';
    }
}
