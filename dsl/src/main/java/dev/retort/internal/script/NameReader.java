package dev.retort.internal.script;

import dev.retort.internal.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads names as SQL writes them: {@code name}, {@code schema.name}, and in double quotes what holds a dot or a bracket
 * itself. Letter case stays as it is, quoted or not.
 */
final class NameReader {

    private final String text;
    private final boolean callable;
    private final List<String> parts = new ArrayList<>();
    private int at;

    private NameReader(String text, boolean callable) {
        this.text = text;
        this.callable = callable;
        do {
            parts.add(part());
        } while (at++ < text.length() && text.charAt(at - 1) == '.');
    }

    /**
     * A name with the brackets that follow it.
     *
     * @param parts of the name, at least one
     * @param inside null where there are no brackets
     */
    record Call(List<String> parts, @Nullable String inside) {
        boolean isComplete() {
            return parts.stream().noneMatch(String::isBlank);
        }
    }

    /** {@code name(…)}; null where something follows the brackets. */
    static @Nullable Call call(String written) {
        String text = written.strip();
        NameReader reader = new NameReader(text, true);
        List<String> parts = reader.parts.stream().map(String::strip).toList();
        if (reader.at > text.length()) {
            return new Call(parts, null);
        }
        return text.endsWith(")") ? new Call(parts, text.substring(reader.at, text.length() - 1)) : null;
    }

    /** @param otherwise the schema where the name says none */
    static QualifiedName qualified(String what, @Nullable String written, @Nullable String otherwise) {
        String text = Columns.name(what, written);
        List<String> parts =
                text.indexOf('.') < 0 && text.charAt(0) != '"' ? List.of(text) : new NameReader(text, false).parts;
        return qualified(what, text, parts, otherwise);
    }

    /** What is renamed stays in its schema. */
    static String renamed(String what, QualifiedName from, @Nullable String newName) {
        QualifiedName to = qualified(what, newName, from.schema());
        if (!Objects.equals(to.schema(), from.schema())) {
            throw new Refusal(
                    "\"" + from + "\" cannot be renamed to \"" + newName + "\": it stays in its schema.",
                    "Write '" + to.name() + "'; ALTER … SET SCHEMA, in an execute, moves it.");
        }
        return to.name();
    }

    /** @param parts that were read from what is written */
    static QualifiedName qualified(String what, String written, List<String> parts, @Nullable String otherwise) {
        if (parts.size() > 2 || parts.stream().anyMatch(String::isBlank)) {
            throw new Refusal(
                    "\"" + written + "\" cannot be the name of " + what + ".",
                    "Write 'name' or 'schema.name'; a name with a dot in it is in double quotes: '\"a.b\"'.");
        }
        return parts.size() == 2
                ? new QualifiedName(parts.get(0), parts.get(1))
                : new QualifiedName(otherwise, parts.get(0));
    }

    /** Reads one part, and stops at the dot or bracket after it. */
    private String part() {
        int end = text.startsWith("\"", at) ? quoteEnd() : -1;
        int start = at;
        if (end > 0) {
            at = end;
            return text.substring(start + 1, end - 1).replace("\"\"", "\"");
        }
        while (at < text.length() && !endsPart(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    /** After the closing quote; -1 where these are no quotes around a part. */
    private int quoteEnd() {
        int end = at + 1;
        while (end < text.length() && (text.charAt(end) != '"' || text.startsWith("\"\"", end))) {
            end += text.charAt(end) == '"' ? 2 : 1;
        }
        boolean closed = end < text.length() && end > at + 1;
        return closed && (end + 1 == text.length() || endsPart(text.charAt(end + 1))) ? end + 1 : -1;
    }

    private boolean endsPart(char c) {
        return c == '.' || (callable && c == '(');
    }
}
