package dev.retort.internal.dialect;

import java.util.List;

/**
 * What became of a statement whose end nobody saw, as the catalog tells it.
 *
 * @param remove what takes away the rubble it left, each outside of a transaction
 */
public record Outcome(Kind kind, List<SqlStatement> remove) {

    public enum Kind {
        /** All it does is there. */
        DONE,
        /** Nothing it does is there, or it does no harm a second time. */
        NOT_DONE,
        /** It left something that is of no use and in the way. */
        RUBBLE,
        /** The database is still at it, though who asked for it is gone. */
        RUNNING,
        /** The catalog does not tell. */
        UNKNOWN
    }

    public static final Outcome DONE = new Outcome(Kind.DONE, List.of());
    public static final Outcome NOT_DONE = new Outcome(Kind.NOT_DONE, List.of());
    public static final Outcome RUNNING = new Outcome(Kind.RUNNING, List.of());
    public static final Outcome UNKNOWN = new Outcome(Kind.UNKNOWN, List.of());

    public Outcome {
        remove = List.copyOf(remove);
    }

    public static Outcome rubble(SqlStatement remove) {
        return new Outcome(Kind.RUBBLE, List.of(remove));
    }
}
