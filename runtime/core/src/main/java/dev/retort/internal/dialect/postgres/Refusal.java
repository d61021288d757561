package dev.retort.internal.dialect.postgres;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.dialect.Capability;
import dev.retort.internal.dialect.Lack;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL has no statement for. */
final class Refusal {

    private Refusal() {}

    static RetortException of(String sentence, @Nullable String hint) {
        Problem problem = Problem.of(sentence);
        return new RetortException(RetortException.Kind.SCRIPT, hint == null ? problem : problem.withHint(hint));
    }

    /** @param instead what to do instead */
    static RetortException lacks(Capability capability, String instead) {
        return new Lack("PostgreSQL", capability).refusal(instead);
    }
}
