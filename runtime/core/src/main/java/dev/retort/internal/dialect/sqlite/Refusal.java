package dev.retort.internal.dialect.sqlite;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.dialect.Capability;
import dev.retort.internal.dialect.Lack;
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

    /** @param instead what to do instead */
    static RetortException lacks(Capability capability, String instead) {
        return new Lack("SQLite", capability).refusal(instead);
    }

    /** The same for one option, where it is given. */
    static void lacks(boolean given, Capability capability, String option) {
        if (given) {
            throw lacks(capability, "Leave " + option + " out.");
        }
    }
}
