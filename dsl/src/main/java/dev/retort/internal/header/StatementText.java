package dev.retort.internal.header;

import java.util.Optional;
import java.util.Set;

/**
 * One statement of a script, as it is written.
 *
 * @param start offset of its word in the source's text
 * @param end offset after its last character that is not blank
 */
public record StatementText(String text, int start, int end) {

    /**
     * The statement that begins its line with this word, and that a line belongs to. Empty where there is none, where the
     * statement is in one line with what closes its block, and where a comment is within it or after it.
     *
     * @param line from 1 on
     */
    public static Optional<StatementText> at(ScriptSource source, int line, String word) {
        Lines lines = new Lines(source);
        int place = lines.start(line);
        for (int first = line; first > 0; first--) {
            int start = lines.start(first);
            while (source.text().startsWith(" ", start) || source.text().startsWith("\t", start)) {
                start++;
            }
            Optional<StatementText> found = of(source.text(), start, word);
            if (found.isPresent()) {
                return found.filter(statement -> statement.end > place);
            }
        }
        return Optional.empty();
    }

    private static Optional<StatementText> of(String text, int start, String word) {
        Skimmer skimmer = new Skimmer(text);
        if (!text.substring(start, skimmer.wordEnd(start)).equals(word)) {
            return Optional.empty();
        }
        try {
            String statement =
                    text.substring(start, skimmer.statementEnd(start)).stripTrailing();
            StatementText found = new StatementText(statement, start, start + statement.length());
            return found.hasComment() ? Optional.empty() : Optional.of(found);
        } catch (BrokenScript e) {
            return Optional.empty();
        }
    }

    private boolean hasComment() throws BrokenScript {
        return !packed(new Skimmer(text).meaning()).equals(packed(text));
    }

    private static String packed(String text) {
        return text.replaceAll("\\s", "");
    }

    /** With one more named argument, the last; empty where it has that already, or ends with a closure. */
    public Optional<String> with(String option, String value) {
        try {
            if (!new Skimmer(text).words(Set.of(option)).isEmpty() || text.endsWith("}")) {
                return Optional.empty();
            }
            Skimmer skimmer = new Skimmer(text);
            int arguments = skimmer.blanks(skimmer.wordEnd(0), true);
            boolean bracketed = text.startsWith("(", arguments);
            if (bracketed && skimmer.groupEnd(arguments) != text.length()) {
                return Optional.empty();
            }
            String before = bracketed ? text.substring(0, text.length() - 1).stripTrailing() : text;
            return Optional.of(before + ", " + option + ": " + value + text.substring(before.length()));
        } catch (BrokenScript e) {
            return Optional.empty();
        }
    }
}
