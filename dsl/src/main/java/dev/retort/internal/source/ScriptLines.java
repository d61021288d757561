package dev.retort.internal.source;

/** The text of a script as it grows, and how much room its last line has. */
final class ScriptLines {

    static final int STEP = 4;
    private static final int WIDTH = 120;

    private final StringBuilder text = new StringBuilder();
    private int indent;
    private int column;

    /** How far the last line is indented. */
    int indent() {
        return indent;
    }

    void begin(int newIndent) {
        if (text.length() > 0) {
            text.append('\n');
        }
        indent = newIndent;
        column = newIndent;
        text.append(" ".repeat(newIndent));
    }

    void append(String code) {
        text.append(code);
        int lastLine = code.lastIndexOf('\n');
        column = lastLine < 0 ? column + code.length() : code.length() - lastLine - 1;
    }

    /** Whether the last line has room for it; of a text that has lines of its own, for the first. */
    boolean fits(String code) {
        return fits(column, code);
    }

    /** Whether a line that begins here has room for it. */
    static boolean fits(int column, String code) {
        int firstLine = code.indexOf('\n');
        return column + (firstLine < 0 ? code.length() : firstLine) <= WIDTH;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
