package dev.retort.internal.sql;

import dev.retort.Location;
import dev.retort.Problem;
import dev.retort.RetortException;
import java.util.List;

/** A text that cannot be cut into statements. */
public final class SqlFault extends RetortException {

    private static final long serialVersionUID = 1;

    private final String what;
    private final String hint;
    private final int offset;
    private final int line;
    private final int column;

    /**
     * @param what the beginning of a sentence
     * @param rest how it ends, after the place
     */
    SqlFault(String text, int offset, String what, String rest, String hint) {
        super(
                Kind.SCRIPT,
                Problem.of(what + " in line " + line(text, offset) + " of the SQL" + rest)
                        .withHint(hint));
        this.what = what + " here" + rest;
        this.hint = hint;
        this.offset = offset;
        this.line = line(text, offset);
        this.column = column(text, offset);
    }

    /** The same, of the file that the text is from. */
    public RetortException in(String file) {
        return at(new Location(file, line, column));
    }

    /** The same, where the text is a part of something larger. */
    public RetortException at(Location place) {
        return new RetortException(Kind.SCRIPT, List.of(Problem.at(place, what).withHint(hint)), this);
    }

    /** Where in the text it is, from 0. */
    public int offset() {
        return offset;
    }

    /** The line of an offset into a text, from 1. */
    public static int line(String text, int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    /** Where in its line an offset is, from 1. */
    public static int column(String text, int offset) {
        return offset - text.lastIndexOf('\n', offset - 1);
    }
}
