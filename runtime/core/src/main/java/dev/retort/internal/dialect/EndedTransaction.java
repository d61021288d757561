package dev.retort.internal.dialect;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.sql.Excerpt;
import org.jspecify.annotations.Nullable;

/** A statement of an author's has ended the transaction in which its revision was to be recorded. */
public final class EndedTransaction extends RetortException {

    private static final long serialVersionUID = 1;

    /** @param sql the statement; null where the database does not say which it was */
    public EndedTransaction(@Nullable String sql) {
        super(
                Kind.SCRIPT,
                Problem.of(sentence(sql))
                        .withHint(
                                "Nothing that comes after it is run. Let a statement fail or undo to a savepoint instead of"
                                        + " ROLLBACK, and leave COMMIT to autocommit { … }."));
    }

    private static String sentence(@Nullable String sql) {
        String what = "has ended the transaction of the revision";
        return sql == null ? "One of its statements " + what + "." : "This " + what + ": " + Excerpt.of(sql) + ".";
    }
}
