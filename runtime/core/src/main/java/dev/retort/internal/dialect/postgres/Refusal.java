package dev.retort.internal.dialect.postgres;

import dev.retort.Problem;
import dev.retort.RetortException;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL has no statement for. */
final class Refusal {

    private Refusal() {}

    static RetortException of(String sentence, @Nullable String hint) {
        Problem problem = Problem.of(sentence);
        return new RetortException(RetortException.Kind.SCRIPT, hint == null ? problem : problem.withHint(hint));
    }

    /** For what SQLite can and PostgreSQL cannot do. */
    static RetortException onlySqlite(String what, String instead) {
        return of(
                what + ", which only SQLite knows.",
                instead + " Or write it for that database alone: onlyOn('sqlite') { … }.");
    }
}
