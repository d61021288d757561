package dev.retort.internal.run.resume;

import dev.retort.Problem;
import dev.retort.RetortException;

/** Another run has gone on with the revision that this one is at; what is open here must be undone. */
public final class Overtaken extends RetortException {

    private static final long serialVersionUID = 1;

    Overtaken(String revision) {
        super(
                Kind.FAILED,
                Problem.of("Another run has gone on with revision " + revision + ".")
                        .withHint("See where it is with: retort status"));
    }
}
