package dev.retort.internal.graph;

import dev.retort.GraphException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A target as it was typed: {@code [branch@]symbol}, {@code [branch@][symbol]+N} or {@code [branch@][symbol]-N}.
 *
 * @param text all of it
 * @param branch what is before the {@code @}
 * @param symbol a revision id, a part of one, a label, or {@code head heads base}
 * @param steps what is to be added to the symbol; null where it is not relative
 */
record Target(
        String text,
        @Nullable String branch,
        @Nullable String symbol,
        @Nullable Integer steps) {

    private static final Pattern GRAMMAR = Pattern.compile("(?:([^@]+)@)?([^@]*?)([+-][0-9]{1,9})?", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("[^-+@:\\s][^+@:\\s]*");

    static Target parse(String text) {
        Matcher matcher = GRAMMAR.matcher(text);
        if (!matcher.matches()) {
            throw malformed(text);
        }
        String branch = matcher.group(1);
        String symbol = matcher.group(2);
        String steps = matcher.group(3);
        boolean named = NAME.matcher(symbol).matches();
        if (branch != null && !NAME.matcher(branch).matches() || !named && !(symbol.isEmpty() && steps != null)) {
            throw malformed(text);
        }
        return new Target(text, branch, named ? symbol : null, steps == null ? null : Integer.valueOf(steps));
    }

    /** The name the target is if it is not a relative one after all: a label may end in {@code -2024}. */
    @Nullable
    String wholeName() {
        return symbol == null ? null : text.substring(text.indexOf('@') + 1);
    }

    /** The same target without its steps. */
    Target absolute() {
        return new Target(text, branch, symbol, null);
    }

    /** Where its steps begin: at a revision without regard to the branch, or at a head of the branch. */
    Target start() {
        return isHead() || isHeads() ? absolute() : new Target(text, null, symbol, null);
    }

    boolean isHead() {
        return "head".equals(symbol);
    }

    boolean isHeads() {
        return "heads".equals(symbol);
    }

    boolean isBase() {
        return "base".equals(symbol);
    }

    private static GraphException.MalformedTarget malformed(String text) {
        if (text.contains(":")) {
            return new GraphException.MalformedTarget(
                    "\"" + text + "\" is not a target.", "A range is for --sql; without it, name just where to go.");
        }
        return new GraphException.MalformedTarget(
                "\"" + text + "\" is not a target.",
                "Targets are: head, heads, base, <revision>, +N, -N, <revision>+N, <branch>@head, <branch>@+N and the like.");
    }
}
