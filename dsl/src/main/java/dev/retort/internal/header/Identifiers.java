package dev.retort.internal.header;

import java.util.Optional;
import java.util.Set;

/**
 * What a revision id and a branch label may look like, so that every target on the command line can be read in one way
 * only, and every id fits the version table and a file name.
 */
public final class Identifiers {

    private static final int LONGEST = 255;
    private static final Set<String> RESERVED = Set.of("head", "heads", "base", "current");

    private Identifiers() {}

    /** What is wrong with a revision id, as a sentence and a hint in one; nothing if it may be used. */
    public static Optional<String> refuseRevision(String id) {
        Optional<String> wrong = refuse("revision id", id);
        if (wrong.isPresent() || !hasDashBeforeNonLetter(id)) {
            return wrong;
        }
        return Optional.of("The revision id \"" + id + "\" has a \"-\" that no letter follows, and would be read as a "
                + "relative step. " + allowed("revision id", "and \"-\" before a letter"));
    }

    /** What is wrong with a branch label; unlike an id, it may have a {@code -} before a digit. */
    public static Optional<String> refuseLabel(String label) {
        return refuse("branch label", label);
    }

    private static Optional<String> refuse(String what, String name) {
        if (isPlain(name) && !RESERVED.contains(name)) {
            return Optional.empty();
        }
        String rule = allowed(what, "and \"-\"");
        String subject = "The " + what + " \"" + visible(name) + "\" ";
        if (name.isEmpty()) {
            return Optional.of("The " + what + " is empty.");
        }
        if (RESERVED.contains(name)) {
            return Optional.of(subject + "is a word with a meaning of its own. Take another.");
        }
        if (name.codePointCount(0, name.length()) > LONGEST) {
            return Optional.of("The " + what + " \"" + visible(name.substring(0, 20)) + "…\" has "
                    + name.codePointCount(0, name.length()) + " characters. " + rule);
        }
        int first = name.codePointAt(0);
        if (first == '-' || first == '.') {
            return Optional.of(subject + "begins with \"" + (char) first + "\". " + rule);
        }
        return name.codePoints()
                .filter(c -> !isAllowed(c))
                .boxed()
                .findFirst()
                .map(c -> subject + "contains " + nameOf(c) + ". " + rule);
    }

    /** Allowed at a glance, as nearly all are: a chain of thousands has several names a script. */
    private static boolean isPlain(String name) {
        if (name.isEmpty() || name.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_')) {
                return false;
            }
        }
        return true;
    }

    private static String allowed(String what, String dash) {
        return "A " + what + " has 1 to " + LONGEST + " letters, digits, \"_\", \".\" " + dash + ".";
    }

    private static boolean isAllowed(int c) {
        int type = Character.getType(c);
        boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
        return Character.isLetterOrDigit(c) || mark || c == '_' || c == '.' || c == '-';
    }

    private static boolean hasDashBeforeNonLetter(String id) {
        for (int dash = id.indexOf('-'); dash >= 0; dash = id.indexOf('-', dash + 1)) {
            if (dash + 1 == id.length() || !Character.isLetter(id.codePointAt(dash + 1))) {
                return true;
            }
        }
        return false;
    }

    private static String nameOf(int c) {
        boolean shows = c > ' '
                && !Character.isISOControl(c)
                && Character.getType(c) != Character.FORMAT
                && Character.getType(c) != Character.SURROGATE
                && !Character.isWhitespace(c);
        if (c == ' ') {
            return "a space";
        }
        return shows ? "\"" + Character.toString(c) + "\"" : String.format("the character U+%04X", c);
    }

    private static String visible(String name) {
        StringBuilder shown = new StringBuilder();
        name.codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean hidden = Character.isISOControl(c) || type == Character.FORMAT || type == Character.SURROGATE;
            shown.append(hidden ? String.format("\\u%04X", c) : Character.toString(c));
        });
        return shown.toString();
    }
}
