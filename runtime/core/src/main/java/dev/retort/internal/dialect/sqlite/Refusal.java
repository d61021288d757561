package dev.retort.internal.dialect.sqlite;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import org.jspecify.annotations.Nullable;

/** What SQLite cannot do, said before anything was touched. */
final class Refusal {

    private Refusal() {}

    static RetortException of(String sentence) {
        return of(sentence, null);
    }

    static RetortException of(String sentence, @Nullable String hint) {
        return new RetortException(Kind.SCRIPT, new Problem(null, sentence, hint));
    }

    /** For what PostgreSQL can and SQLite cannot do. */
    static RetortException onlyPostgresql(String what, String instead) {
        return of(
                "SQLite has no " + what + "; PostgreSQL has.",
                instead + " Or write it for that database alone: onlyOn('postgresql') { … }.");
    }

    /** The same for one option, where it is given. */
    static void onlyPostgresql(boolean given, String what, String option) {
        if (given) {
            throw onlyPostgresql(what, "Leave " + option + " out.");
        }
    }
}
