package dev.retort.internal.sandbox;

import dev.retort.RetortException;

/**
 * Why an operation or a question of a script failed, as the script sees it: the words, and nothing else of the failure.
 * What a script does to it, as giving it a cause, is not done to the failure.
 */
final class OperationRefused extends RetortException {

    private static final long serialVersionUID = 1;

    private final transient RetortException refusal;

    OperationRefused(RetortException refusal) {
        super(refusal.kind(), refusal.problems());
        this.refusal = refusal;
    }

    /** What the run threw. */
    RetortException refusal() {
        return refusal;
    }
}
