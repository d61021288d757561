package dev.retort.internal.header;

import java.util.ArrayList;
import java.util.List;

/** Reads the values of one header statement: quoted texts, several of them in a row or in one list. */
final class ValueReader {

    private static final int SHOWN = 40;

    /**
     * The values of a statement.
     *
     * @param end after the last of them, or after the parenthesis that closes them
     */
    record Values(List<Literal> literals, int end) {}

    private final String text;
    private final Skimmer skimmer;

    ValueReader(String text, Skimmer skimmer) {
        this.text = text;
        this.skimmer = skimmer;
    }

    Values read(String word, int from) throws BrokenScript, HeaderRefusal {
        StringBuilder closers = new StringBuilder();
        int at = opening(from, closers);
        List<Literal> literals = new ArrayList<>();
        int end = at;
        while (!(literals.isEmpty() ? isEmpty(at, closers) : closes(at, closers))) {
            Literal literal = literal(word, from, at);
            literals.add(literal);
            end = literal.end();
            at = skimmer.blanks(end, !closers.isEmpty());
            if (!text.startsWith(",", at)) {
                break;
            }
            at = skimmer.blanks(at + 1, true);
        }
        end = closing(word, from, at, end, closers);
        if (literals.isEmpty()) {
            throw noValue(word, from);
        }
        return new Values(literals, end);
    }

    private int opening(int from, StringBuilder closers) throws BrokenScript {
        int at = from;
        if (text.startsWith("(", at)) {
            closers.append(')');
            at = skimmer.blanks(at + 1, true);
        }
        if (text.startsWith("[", at)) {
            closers.insert(0, ']');
            at = skimmer.blanks(at + 1, true);
        }
        return at;
    }

    private boolean isEmpty(int at, StringBuilder closers) {
        return closes(at, closers) || (closers.isEmpty() && endsStatement(at));
    }

    /** A comma may be written before the bracket that closes a list, and nowhere else at an end. */
    private boolean closes(int at, StringBuilder closers) {
        return !closers.isEmpty() && text.startsWith(closers.substring(0, 1), at);
    }

    private int closing(String word, int from, int at, int end, StringBuilder closers)
            throws BrokenScript, HeaderRefusal {
        int next = at;
        int after = end;
        for (int i = 0; i < closers.length(); i++) {
            if (!text.startsWith(closers.substring(i, i + 1), next)) {
                throw notLiteral(word, from, next);
            }
            after = next + 1;
            next = skimmer.blanks(after, i + 1 < closers.length());
        }
        if (!endsStatement(skimmer.blanks(next, false))) {
            throw notLiteral(word, from, next);
        }
        return after;
    }

    private boolean endsStatement(int at) {
        return at == text.length() || text.charAt(at) == ';' || Skimmer.isLineEnd(text.charAt(at));
    }

    private Literal literal(String word, int from, int at) throws BrokenScript, HeaderRefusal {
        if (!Literal.beginsAt(text, at)) {
            throw notLiteral(word, from, at);
        }
        Literal literal = Literal.read(text, at, skimmer.groupEnd(at));
        if (!literal.literal()) {
            throw new HeaderRefusal(
                    at,
                    "The value " + shown(at, literal.end()) + " of \"" + word
                            + "\" is not literal: its \"$\" puts something in when the script runs.",
                    "Write the text itself, in single quotes.");
        }
        if (literal.value().isBlank()) {
            throw new HeaderRefusal(at, "The value of \"" + word + "\" is empty.", emptyHint(word));
        }
        return literal;
    }

    private HeaderRefusal noValue(String word, int from) {
        return new HeaderRefusal(from, "The header word \"" + word + "\" has no value.", emptyHint(word));
    }

    private static String emptyHint(String word) {
        return switch (word) {
            case "revision" -> "Write: revision '<id>'";
            case "downRevision" -> "Leave downRevision out for a base.";
            default -> "Leave " + word + " out where there is none.";
        };
    }

    private HeaderRefusal notLiteral(String word, int from, int at) throws BrokenScript {
        String expression = shown(from, skimmer.statementEnd(from));
        if (expression.equals("null") || expression.equals("(null)")) {
            return new HeaderRefusal(at, "The value of \"" + word + "\" is null.", emptyHint(word));
        }
        if (Literal.beginsAt(text, at)) {
            return new HeaderRefusal(at, "A comma is missing between two values of \"" + word + "\".", null);
        }
        return new HeaderRefusal(
                at,
                "The value of \"" + word + "\" is not literal: " + expression + ".",
                "Write the text itself, in quotes: the header is read without running the script.");
    }

    private String shown(int from, int end) {
        String flat = text.substring(from, end).strip().replaceAll("\\s+", " ");
        return flat.length() <= SHOWN ? flat : flat.substring(0, SHOWN) + "…";
    }
}
