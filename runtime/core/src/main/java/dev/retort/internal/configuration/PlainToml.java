package dev.retort.internal.configuration;

import dev.retort.internal.configuration.SettingTable.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the part of TOML that configurations are written in: a table, a comment, or a key with a text, a number, a flag
 * or a list of texts on each line. The library's parser takes longer to start than a command that only reads takes in
 * all; it is left what is written otherwise, and whatever is wrong.
 */
final class PlainToml {

    private static final int LONGEST_NUMBER = 18;

    private final SettingTable root = new SettingTable();
    private SettingTable current = root;
    private int number;
    private String line = "";
    private int at;

    private PlainToml() {}

    /** Empty where the text holds anything else. */
    static Optional<SettingTable> read(String text) {
        PlainToml reader = new PlainToml();
        if (text.replace("\r\n", "").indexOf('\r') >= 0) {
            return Optional.empty();
        }
        return text.lines().allMatch(reader::take) ? Optional.of(reader.root) : Optional.empty();
    }

    private boolean take(String next) {
        number++;
        line = next;
        at = 0;
        if (line.chars().anyMatch(c -> c < ' ' && c != '\t' || c == 0x7f || Character.isSurrogate((char) c))) {
            return false;
        }
        skipBlanks();
        return isAtEnd() || (peek() == '[' ? header() : entry());
    }

    /** {@code [a]} or {@code [a.b]}, each once. */
    private boolean header() {
        int column = at + 1;
        at++;
        String first = key();
        String second = !first.isEmpty() && peek() == '.' ? keyAfterDot() : null;
        if (first.isEmpty() || (second != null && second.isEmpty()) || peek() != ']') {
            return false;
        }
        at++;
        SettingTable table = new SettingTable();
        Entry place = new Entry(table, number, column);
        if (second == null) {
            if (!root.add(first, place)) {
                return false;
            }
        } else {
            root.add(first, new Entry(new SettingTable(), number, column));
            if (!(root.value(first) instanceof SettingTable parent) || !parent.add(second, place)) {
                return false;
            }
        }
        current = table;
        return isDone();
    }

    private String keyAfterDot() {
        at++;
        return key();
    }

    private boolean entry() {
        int column = at + 1;
        String key = key();
        skipBlanks();
        if (key.isEmpty() || peek() != '=') {
            return false;
        }
        at++;
        skipBlanks();
        Object value = peek() == '[' ? list() : value();
        return value != null && current.add(key, new Entry(value, number, column)) && isDone();
    }

    /** Letters, digits, hyphens and underscores; empty where there are none. */
    private String key() {
        int start = at;
        while (isOfKey(peek())) {
            at++;
        }
        return line.substring(start, at);
    }

    private static boolean isOfKey(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
    }

    private @Nullable List<Object> list() {
        List<Object> values = new ArrayList<>();
        do {
            at++;
            skipBlanks();
            String value = text();
            if (value == null) {
                return null;
            }
            values.add(value);
            skipBlanks();
        } while (peek() == ',');
        if (peek() != ']') {
            return null;
        }
        at++;
        return values;
    }

    private @Nullable Object value() {
        String text = text();
        if (text != null) {
            return text;
        }
        String word = key();
        if (word.equals("true") || word.equals("false")) {
            return Boolean.valueOf(word);
        }
        boolean isNumber = !word.isEmpty()
                && word.length() <= LONGEST_NUMBER
                && word.chars().allMatch(c -> c >= '0' && c <= '9')
                && (word.length() == 1 || word.charAt(0) != '0');
        return isNumber ? Long.valueOf(word) : null;
    }

    /** In quotes of one kind or the other, and nothing escaped; null where there is none. */
    private @Nullable String text() {
        char quote = peek();
        int end = quote == '"' || quote == '\'' ? line.indexOf(quote, at + 1) : -1;
        boolean opensThree = end == at + 1 && line.startsWith(String.valueOf(quote), end + 1);
        if (end < 0 || opensThree) {
            return null;
        }
        String text = line.substring(at + 1, end);
        if (quote == '"' && text.indexOf('\\') >= 0) {
            return null;
        }
        at = end + 1;
        return text;
    }

    private boolean isDone() {
        skipBlanks();
        return isAtEnd();
    }

    private boolean isAtEnd() {
        return at == line.length() || peek() == '#';
    }

    private void skipBlanks() {
        while (peek() == ' ' || peek() == '\t') {
            at++;
        }
    }

    private char peek() {
        return at < line.length() ? line.charAt(at) : 0;
    }
}
