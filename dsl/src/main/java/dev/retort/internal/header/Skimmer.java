package dev.retort.internal.header;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Steps over Groovy source, knowing no more of it than what brackets, strings and comments are. It never recurses, so
 * that no nesting is too deep for it, and looks at each character once.
 */
final class Skimmer {

    /** After these a slash begins a string, as in Groovy's own lexer; after any other word it divides. */
    private static final Set<String> BEFORE_VALUE =
            Set.of("return", "in", "case", "else", "do", "throw", "assert", "new", "instanceof", "as", "yield");

    private static final Set<String> WITH_CONDITION = Set.of("if", "for", "while");
    private static final Set<String> BEFORE_BODY = Set.of("else", "do", "try", "finally");
    /** What can end a text, begin an escape or something else in it, or break it. */
    private static final String SPECIAL_IN_TEXT = "\\$'\"/\n\r";

    private static final String CONTINUING = ",=+-*/%<>&|^?:.~!";

    private record Open(String closer, int offset) {
        boolean isText() {
            return !closer.equals("}") && !closer.equals("]") && !closer.equals(")");
        }
    }

    private final String text;
    private final Deque<Open> open = new ArrayDeque<>();
    private int at;
    /** Whether a value came last, so that a slash now divides. */
    private boolean afterValue;
    /** The last character of code that was not blank; a letter for every word and string. */
    private char last;

    private String firstWord = "";
    private String lastWord = "";
    private int groups;

    Skimmer(String text) {
        this.text = text;
    }

    /** Where the statement that begins here ends: at a line end, a semicolon or the end of the text. */
    int statementEnd(int from) throws BrokenScript {
        begin(from);
        while (at < text.length()) {
            char c = text.charAt(at);
            if (open.isEmpty() && (c == ';' || (isLineEnd(c) && !continues()))) {
                return at;
            }
            step(c);
        }
        return finished();
    }

    /** Where the string or bracket that begins here ends: after its last character. */
    int groupEnd(int from) throws BrokenScript {
        begin(from);
        step(text.charAt(at));
        while (!open.isEmpty() && at < text.length()) {
            step(text.charAt(at));
        }
        return finished();
    }

    /** Where the next thing is that is neither blank nor comment; line ends are blank if asked for. */
    int blanks(int from, boolean acrossLines) throws BrokenScript {
        int next = from;
        while (next < text.length()) {
            char c = text.charAt(next);
            int comment = commentEnd(next);
            if (comment > next) {
                next = comment;
            } else if (c == '\\' && Escapes.lineEndLength(text, next + 1) > 0) {
                next += 1 + Escapes.lineEndLength(text, next + 1);
            } else if (isLineEnd(c) ? acrossLines : Character.isWhitespace(c)) {
                next++;
            } else {
                return next;
            }
        }
        return next;
    }

    /** All that means something, one blank after each word: the same however it was spaced and commented. */
    String meaning() throws BrokenScript {
        begin(0);
        StringBuilder meaning = new StringBuilder();
        while (at < text.length()) {
            int from = at;
            char c = text.charAt(at);
            Open top = open.peek();
            if (top != null && top.isText()) {
                insideText(top, c);
                meaning.append(text, from, at);
            } else if (!skipsBlank(c, top)) {
                code(c);
                meaning.append(text, from, at).append(' ');
            }
        }
        return meaning.toString().replace("\r\n", "\n");
    }

    /** Where these words occur as code, and not as the member of something. */
    List<Integer> words(Set<String> wanted) throws BrokenScript {
        begin(0);
        List<Integer> found = new ArrayList<>();
        while (at < text.length()) {
            int from = at;
            char before = last;
            Open top = open.peek();
            boolean code = top == null || !top.isText();
            step(text.charAt(at));
            if (code
                    && at > from
                    && wordEnd(from) == at
                    && before != '.'
                    && wanted.contains(text.substring(from, at))) {
                found.add(from);
            }
        }
        return found;
    }

    /** Where a backslash or a dollar sign stands for nothing, one of each in a text, as far as all can be followed. */
    Collection<Integer> wrongEscapes() {
        Map<String, Integer> found = new LinkedHashMap<>();
        begin(0);
        try {
            while (at < text.length()) {
                Open top = open.peek();
                char c = text.charAt(at);
                if (top != null && top.isText() && Escapes.isWrong(top.closer(), text, at)) {
                    found.putIfAbsent(c + " of " + top.offset(), at);
                }
                step(c);
            }
        } catch (BrokenScript e) {
            // A wrong dollar sign may hide the quote that ends its text.
        }
        return found.values();
    }

    /** After the word that begins here, or here if none does. */
    int wordEnd(int from) {
        int end = from;
        if (end < text.length() && Character.isJavaIdentifierStart(text.charAt(end))) {
            while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
                end++;
            }
        }
        return end;
    }

    static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private void begin(int from) {
        open.clear();
        at = from;
        afterValue = false;
        last = ' ';
        firstWord = "";
        lastWord = "";
        groups = 0;
    }

    private int finished() throws BrokenScript {
        if (!open.isEmpty()) {
            throw unclosed(open.getLast());
        }
        return at;
    }

    private static BrokenScript unclosed(Open opened) {
        String what = opened.isText() ? "The string" : "The bracket";
        return new BrokenScript(opened.offset(), what + " that begins here is never closed.");
    }

    private boolean continues() {
        if (firstWord.equals("import")) {
            return false;
        }
        boolean awaitsBody = (WITH_CONDITION.contains(firstWord) && last == ')' && groups == 1)
                || (last == 'a' && BEFORE_BODY.contains(lastWord));
        return awaitsBody || CONTINUING.indexOf(last) >= 0;
    }

    private void step(char c) throws BrokenScript {
        Open top = open.peek();
        if (top != null && top.isText()) {
            insideText(top, c);
        } else if (!skipsBlank(c, top)) {
            code(c);
        }
    }

    private boolean skipsBlank(char c, @Nullable Open top) throws BrokenScript {
        int comment = commentEnd(at);
        if (comment > at) {
            at = comment;
            return true;
        }
        if (c == '\\' && Escapes.lineEndLength(text, at + 1) > 0) {
            at += 1 + Escapes.lineEndLength(text, at + 1);
            return true;
        }
        if (isLineEnd(c)) {
            boolean blank = top != null && !top.closer().equals("}");
            afterValue = blank && afterValue;
        }
        if (Character.isWhitespace(c)) {
            at++;
            return true;
        }
        return false;
    }

    private void code(char c) throws BrokenScript {
        String delimiter = textDelimiter(c);
        int end = wordEnd(at);
        if (delimiter != null) {
            open.push(new Open(delimiter.equals("$/") ? "/$" : delimiter, at));
            at += delimiter.length();
        } else if (end > at) {
            word(text.substring(at, end), end);
        } else if (c == '(' || c == '[' || c == '{') {
            open.push(new Open(c == '(' ? ")" : c == '[' ? "]" : "}", at));
            mark(c, false);
        } else if (c == ')' || c == ']' || c == '}') {
            close(c);
        } else if (Character.isDigit(c)) {
            mark('a', true);
        } else {
            boolean doubled = (c == '+' || c == '-') && text.startsWith(String.valueOf(c), at + 1);
            at += doubled ? 1 : 0;
            mark(doubled ? 'a' : c, doubled);
        }
    }

    private void word(String word, int end) {
        firstWord = firstWord.isEmpty() && last == ' ' ? word : firstWord;
        lastWord = word;
        at = end - 1;
        mark('a', !BEFORE_VALUE.contains(word));
    }

    private void mark(char significant, boolean value) {
        last = significant;
        afterValue = value;
        at++;
    }

    private void close(char c) throws BrokenScript {
        if (open.isEmpty()) {
            throw new BrokenScript(at, "The bracket \"" + c + "\" closes nothing.");
        }
        Open opened = open.pop();
        if (opened.closer().charAt(0) != c) {
            throw new BrokenScript(at, "The bracket \"" + c + "\" is where \"" + opened.closer() + "\" is expected.");
        }
        groups += open.isEmpty() ? 1 : 0;
        mark(c, true);
    }

    private @Nullable String textDelimiter(char c) {
        if (c == '\'' || c == '"') {
            String three = c == '"' ? "\"\"\"" : "'''";
            return text.startsWith(three, at) ? three : three.substring(2);
        }
        if (!afterValue && c == '/') {
            return "/";
        }
        return !afterValue && text.startsWith("$/", at) ? "$/" : null;
    }

    private void insideText(Open top, char c) throws BrokenScript {
        String closer = top.closer();
        int escape = Escapes.length(closer, text, at);
        if (escape > 0) {
            at = Math.min(text.length(), at + escape);
        } else if (text.startsWith(closer, at)) {
            open.pop();
            at += closer.length() - 1;
            mark('a', true);
        } else if (c == '$' && closer.charAt(0) != '\'' && text.startsWith("{", at + 1)) {
            open.push(new Open("}", at + 1));
            at++;
            mark('{', false);
        } else if (isLineEnd(c) && (closer.equals("'") || closer.equals("\""))) {
            throw new BrokenScript(top.offset(), "The string that begins here is not closed on its line.");
        } else {
            at++;
            while (at < text.length() && SPECIAL_IN_TEXT.indexOf(text.charAt(at)) < 0) {
                at++;
            }
        }
    }

    private int commentEnd(int from) throws BrokenScript {
        if (from > 0 && text.charAt(from) != '/') {
            return from;
        }
        if (text.startsWith("//", from) || (from == 0 && text.startsWith("#!"))) {
            int end = from;
            while (end < text.length() && !isLineEnd(text.charAt(end))) {
                end++;
            }
            return end;
        }
        if (!text.startsWith("/*", from)) {
            return from;
        }
        int end = text.indexOf("*/", from + 2);
        if (end < 0) {
            throw new BrokenScript(from, "The comment that begins here is never closed.");
        }
        return end + 2;
    }
}
