package dev.retort.internal.header;

/**
 * One quoted text of a script.
 *
 * @param value what the quotes stand for, escapes decoded
 * @param literal whether the value is the same on every run; not so if a dollar sign puts something into it
 * @param start where the opening quote is
 * @param end after the closing quote
 */
record Literal(String value, boolean literal, int start, int end) {

    static boolean beginsAt(String text, int at) {
        return at < text.length() && (text.charAt(at) == '\'' || text.charAt(at) == '"');
    }

    /** Reads the text between the quotes that begin and end at the given places. */
    static Literal read(String text, int start, int end) {
        char quote = text.charAt(start);
        int width = text.startsWith(String.valueOf(quote).repeat(3), start) && end - start >= 6 ? 3 : 1;
        StringBuilder value = new StringBuilder();
        boolean literal = true;
        int at = start + width;
        while (at < end - width) {
            char c = text.charAt(at);
            if (c == '\\') {
                at = decode(text, at + 1, value);
                continue;
            }
            literal &= quote == '\'' || c != '$';
            // Groovy reads every line end of a script as a line feed.
            boolean carriageReturn = c == '\r';
            value.append(carriageReturn ? '\n' : c);
            at += carriageReturn && text.startsWith("\n", at + 1) ? 2 : 1;
        }
        return new Literal(value.toString(), literal, start, end);
    }

    /** Appends what the escape after a backslash stands for; returns where the text goes on. */
    private static int decode(String text, int at, StringBuilder value) {
        char c = text.charAt(at);
        int simple = "bfnrst\\'\"$".indexOf(c);
        if (simple >= 0) {
            value.append("\b\f\n\r \t\\'\"$".charAt(simple));
            return at + 1;
        }
        if (c == 'u') {
            return unicode(text, at, value);
        }
        if (c >= '0' && c <= '7') {
            return octal(text, at, value);
        }
        if (Skimmer.isLineEnd(c)) {
            return text.startsWith("\r\n", at) ? at + 2 : at + 1;
        }
        // Not an escape of Groovy's: kept as it is, the compiler will say so.
        value.append('\\').append(c);
        return at + 1;
    }

    private static int unicode(String text, int at, StringBuilder value) {
        int digits = at + 1;
        int code = 0;
        for (int i = digits; i < digits + 4; i++) {
            int digit = i < text.length() ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) {
                value.append("\\u");
                return at + 1;
            }
            code = code * 16 + digit;
        }
        value.append((char) code);
        return digits + 4;
    }

    private static int octal(String text, int at, StringBuilder value) {
        int longest = text.charAt(at) <= '3' ? 3 : 2;
        int end = at;
        int code = 0;
        while (end < at + longest && text.charAt(end) >= '0' && text.charAt(end) <= '7') {
            code = code * 8 + text.charAt(end) - '0';
            end++;
        }
        value.append((char) code);
        return end;
    }
}
