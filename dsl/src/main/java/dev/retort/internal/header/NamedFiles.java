package dev.retort.internal.header;

import dev.retort.Location;
import dev.retort.Problem;
import dev.retort.RetortException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the files that a script names, by looking at its text alone: before anything runs it is known which files there
 * must be, and what the script means includes what they say.
 */
public final class NamedFiles {

    private static final String SQL = "executeFile";
    private static final String DOWN = "down";
    /** What a value ends before, and what begins a part of it that may hold such. */
    private static final String ENDS = ",;)]}";

    private static final String GROUPS = "([{'\"";
    private static final Set<String> WORDS = Set.of(SQL, "csv", "jsonLines");

    /**
     * A file that a script names.
     *
     * @param sql whether its statements are run; if not, it holds rows
     * @param location of the name in the script
     */
    public record NamedFile(String name, boolean sql, Location location) {}

    private final String text;
    private final Skimmer skimmer;
    private final Lines lines;
    private final List<NamedFile> files = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private NamedFiles(ScriptSource source) {
        this.text = source.text();
        this.skimmer = new Skimmer(text);
        this.lines = new Lines(source);
    }

    /** Whether a script may name any, at a glance: none of the words is in it that do. */
    public static boolean mayBeIn(ScriptSource source) {
        return WORDS.stream().anyMatch(source.text()::contains);
    }

    /**
     * The files, in the order of the script.
     *
     * @throws RetortException where a name is not written out
     */
    public static List<NamedFile> of(ScriptSource source) {
        if (!mayBeIn(source)) {
            return List.of();
        }
        NamedFiles found = new NamedFiles(source);
        try {
            for (int word : found.skimmer.words(WORDS)) {
                found.read(word);
            }
        } catch (BrokenScript e) {
            // The compiler says what is broken.
            return List.of();
        }
        if (!found.problems.isEmpty()) {
            throw new RetortException(RetortException.Kind.SCRIPT, found.problems);
        }
        return List.copyOf(found.files);
    }

    private void read(int start) throws BrokenScript {
        int end = skimmer.wordEnd(start);
        String word = text.substring(start, end);
        int at = skimmer.blanks(end, false);
        boolean bracket = text.startsWith("(", at);
        if (bracket) {
            at = skimmer.blanks(at + 1, true);
        }
        if (!Literal.beginsAt(text, at)) {
            if (bracket || isValue(at)) {
                notWrittenOut(word, at);
            }
            return;
        }
        int after = name(word, at);
        while (word.equals(SQL) && text.startsWith(",", skimmer.blanks(after, bracket))) {
            int option = skimmer.blanks(skimmer.blanks(after, bracket) + 1, true);
            int colon = skimmer.blanks(skimmer.wordEnd(option), true);
            int value = skimmer.blanks(colon + 1, true);
            boolean file = text.startsWith(DOWN, option) && skimmer.wordEnd(option) == option + DOWN.length();
            if (!text.startsWith(":", colon) || (file && !Literal.beginsAt(text, value))) {
                notWrittenOut(word, option);
                return;
            }
            after = file ? name(word, value) : valueEnd(value, bracket);
        }
    }

    /** Where the value of an option ends that names no file. */
    private int valueEnd(int from, boolean bracket) throws BrokenScript {
        int at = skimmer.blanks(from, bracket);
        while (at < text.length() && ENDS.indexOf(text.charAt(at)) < 0 && !Skimmer.isLineEnd(text.charAt(at))) {
            boolean group = GROUPS.indexOf(text.charAt(at)) >= 0;
            at = group ? skimmer.groupEnd(at) : Math.max(at + 1, skimmer.wordEnd(at));
            at = skimmer.blanks(at, bracket);
        }
        return at;
    }

    private int name(String word, int at) throws BrokenScript {
        Literal literal = Literal.read(text, at, skimmer.groupEnd(at));
        if (literal.literal()) {
            files.add(new NamedFile(literal.value(), word.equals(SQL), lines.locate(at)));
        } else {
            notWrittenOut(word, at);
        }
        return literal.end();
    }

    /** Whether an argument without brackets is there, and not what makes the word a variable. */
    private boolean isValue(int at) {
        return at < text.length()
                && skimmer.wordEnd(at) > at
                && !Set.of("in", "as", "instanceof").contains(text.substring(at, skimmer.wordEnd(at)));
    }

    private void notWrittenOut(String word, int at) {
        problems.add(Problem.at(lines.locate(at), "The name of a file of " + word + " is not written out.")
                .withHint(
                        "Write " + word + " 'name', the name first and in quotes: it is read before the script runs."));
    }
}
