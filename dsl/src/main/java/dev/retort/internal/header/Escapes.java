package dev.retort.internal.header;

/** What a backslash and a dollar sign stand for in the texts of a script. */
final class Escapes {

    private static final String SIMPLE = "bfnrst'\"\\$01234567\r\n";

    private Escapes() {}

    /**
     * How many characters from here stand for one and cannot end the text; 0 if there is no escape here.
     *
     * @param closer what ends the text
     */
    static int length(String closer, String text, int at) {
        return switch (closer) {
            case "/" -> text.startsWith("\\/", at) ? 2 : 0;
            case "/$" -> dollarSlashLength(text, at);
            default -> text.charAt(at) == '\\' ? 1 + Math.max(1, lineEndLength(text, at + 1)) : 0;
        };
    }

    private static int dollarSlashLength(String text, int at) {
        if (text.startsWith("$/$", at)) {
            return 3;
        }
        return text.startsWith("$$", at) || text.startsWith("$/", at) ? 2 : 0;
    }

    static int lineEndLength(String text, int from) {
        if (text.startsWith("\r\n", from)) {
            return 2;
        }
        return from < text.length() && Skimmer.isLineEnd(text.charAt(from)) ? 1 : 0;
    }

    /** Whether a backslash or a dollar sign here stands for nothing; between slashes both may. */
    static boolean isWrong(String closer, String text, int at) {
        char c = text.charAt(at);
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if (c == '\\' && closer.indexOf('/') < 0) {
            return next == 'u' ? !isUnicode(text, at + 1) : SIMPLE.indexOf(next) < 0;
        }
        return c == '$' && closer.charAt(0) == '"' && next != '{' && !isVariable(next);
    }

    private static boolean isVariable(char c) {
        return c != '$' && Character.isJavaIdentifierStart(c);
    }

    private static boolean isUnicode(String text, int from) {
        int digits = from;
        while (text.startsWith("u", digits)) {
            digits++;
        }
        return text.length() >= digits + 4
                && text.substring(digits, digits + 4).chars().allMatch(c -> Character.digit(c, 16) >= 0);
    }
}
