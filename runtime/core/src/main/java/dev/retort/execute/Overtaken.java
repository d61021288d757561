package dev.retort.execute;

import dev.retort.error.Problem;
import dev.retort.error.RetortException;

/** Another run has meanwhile gone on with the revision that this one is at; what is open here must be undone. */
final class Overtaken extends RetortException {

    private static final long serialVersionUID = 1;

    Overtaken(String revision) {
        super(
                Kind.FAILED,
                Problem.of("Another run has meanwhile gone on with revision " + revision + ".")
                        .withHint("See where it is with: retort status"));
    }
}
