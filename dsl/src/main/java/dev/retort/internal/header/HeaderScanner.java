package dev.retort.internal.header;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.error.Suggestion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the header of a script by looking at its text alone. Header words count only where they are statements of their
 * own at the top of the script and have literal values; everything else is stepped over. The whole file is looked at, so
 * that a header word in the wrong place is found.
 */
public final class HeaderScanner {

    private static final Set<String> PLAIN_WORDS = Set.of(
            "revision",
            "downRevision",
            "branchLabels",
            "dependsOn",
            "squashed",
            "message",
            "created",
            "description",
            "nolint");
    static final Set<String> HEADER_WORDS = union(PLAIN_WORDS, StatementLimits.WORDS);
    static final Set<String> BLOCK_WORDS = Set.of("upgrade", "downgrade", "change", "irreversible");
    private static final List<String> ALL_WORDS =
            Stream.concat(HEADER_WORDS.stream(), BLOCK_WORDS.stream()).sorted().toList();

    /** Statements of a schema file, which no revision begins with. */
    private static final Set<String> DECLARING_WORDS = Set.of("table", "enumeration", "view", "sequence");

    private final String text;
    private final Lines lines;
    private final Skimmer skimmer;
    private final ValueReader values;
    private final List<Problem> problems = new ArrayList<>();
    /** The words that occur in the header, even if badly written: none of these is missing. */
    private final Set<String> attempted = new HashSet<>();

    private boolean declares;

    private final List<Header.Entry> entries = new ArrayList<>();
    private final List<Header.Block> blocks = new ArrayList<>();

    private HeaderScanner(ScriptSource source) {
        this.text = source.text();
        this.lines = new Lines(source);
        this.skimmer = new Skimmer(text);
        this.values = new ValueReader(text, skimmer);
    }

    /**
     * The header of a script.
     *
     * @throws RetortException with everything that is wrong with the header, each with its place
     */
    public static Header scan(ScriptSource source) {
        return new HeaderScanner(source).scan();
    }

    private static Set<String> union(Set<String> some, List<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }

    private Header scan() {
        try {
            statements();
            if (declares && attempted.isEmpty() && blocks.isEmpty()) {
                problem(
                        0,
                        "This is a schema file, and no revision.",
                        "Move it out of the folder of the migrations, and type: retort schema <file>");
            } else if (!attempted.contains("revision")) {
                problem(0, "The script has no revision.", "Begin it with: revision '<id>'");
            }
        } catch (BrokenScript e) {
            problem(e.offset(), e.sentence(), null);
        }
        Entries checked = new Entries(entries);
        checked.refusals().forEach(this::problem);
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparing(Problem::location, Comparator.nullsFirst(Comparator.naturalOrder())));
            throw new RetortException(RetortException.Kind.SCRIPT, problems);
        }
        return checked.header(blocks);
    }

    private void statements() throws BrokenScript {
        int at = 0;
        while (true) {
            at = skimmer.blanks(at, true);
            if (at == text.length()) {
                return;
            }
            if (text.charAt(at) == ';') {
                at++;
                continue;
            }
            int end = skimmer.statementEnd(at);
            statement(at);
            at = end;
        }
    }

    private void statement(int start) throws BrokenScript {
        int wordEnd = skimmer.wordEnd(start);
        if (wordEnd == start) {
            return;
        }
        String word = text.substring(start, wordEnd);
        int next = skimmer.blanks(wordEnd, false);
        if (HEADER_WORDS.contains(word)) {
            headerStatement(word, start, next);
        } else if (BLOCK_WORDS.contains(word)) {
            blockStatement(word, start, next);
        } else if (DECLARING_WORDS.contains(word) && looksLikeCommand(next)) {
            declares = true;
        } else if (looksLikeCommand(next) || isAssignment(next)) {
            lookAlike(word, start);
        }
    }

    private void headerStatement(String word, int start, int next) throws BrokenScript {
        attempted.add(word);
        if (isAssignment(next)) {
            problem(start, "The header word \"" + word + "\" is not assigned to.", "Write: " + word + " '…'");
            return;
        }
        checkPlace(word, start);
        try {
            ValueReader.Values read = values.read(word, next);
            List<String> texts = read.literals().stream().map(Literal::value).toList();
            entries.add(new Header.Entry(word, texts, lines.locate(start), start, read.end()));
        } catch (HeaderRefusal refusal) {
            problem(refusal);
        }
    }

    private void checkPlace(String word, int start) {
        entries.stream()
                .filter(entry -> entry.word().equals(word))
                .findFirst()
                .ifPresent(first -> problem(
                        start,
                        "The header word \"" + word + "\" is here a second time.",
                        "It is already in line " + first.location().line() + "; keep one."));
        if (!blocks.isEmpty()) {
            Header.Block first = blocks.get(0);
            problem(
                    start,
                    "The header word \"" + word + "\" belongs before the closures.",
                    "Move it above \"" + first.word() + "\" in line "
                            + first.location().line() + ".");
        }
    }

    private void blockStatement(String word, int start, int next) throws BrokenScript {
        boolean marker = word.equals("irreversible") && endsStatement(next);
        if (!marker && !looksLikeCommand(next) && !text.startsWith("{", next)) {
            return;
        }
        if (blocks.stream().anyMatch(block -> block.word().equals(word))) {
            problem(start, "There is a second \"" + word + "\".", "Keep one.");
        }
        int argument = text.startsWith("(", next) ? skimmer.blanks(next + 1, true) : next;
        String described = null;
        if (Literal.beginsAt(text, argument)) {
            Literal literal = Literal.read(text, argument, skimmer.groupEnd(argument));
            described = literal.literal() ? literal.value() : null;
        }
        blocks.add(new Header.Block(word, described, lines.locate(start), start));
    }

    /** A word nobody knows, used as a header word is: most likely a header word misspelt. */
    private void lookAlike(String word, int start) {
        Suggestion.nearest(word, ALL_WORDS).ifPresent(near -> {
            attempted.add(near);
            String form = HEADER_WORDS.contains(near) ? " Write: " + near + " '…'" : "";
            problem(start, "There is no header word \"" + word + "\".", "Did you mean \"" + near + "\"?" + form);
        });
    }

    private boolean looksLikeCommand(int next) {
        return Literal.beginsAt(text, next) || text.startsWith("(", next) || text.startsWith("[", next);
    }

    private boolean isAssignment(int next) {
        return text.startsWith("=", next) && !text.startsWith("==", next) && !text.startsWith("=~", next);
    }

    private boolean endsStatement(int next) {
        return next == text.length() || text.charAt(next) == ';' || Skimmer.isLineEnd(text.charAt(next));
    }

    private void problem(HeaderRefusal refusal) {
        problem(refusal.offset(), refusal.sentence(), refusal.hint());
    }

    private void problem(int offset, String sentence, @Nullable String hint) {
        problems.add(new Problem(lines.locate(offset), sentence, hint));
    }
}
