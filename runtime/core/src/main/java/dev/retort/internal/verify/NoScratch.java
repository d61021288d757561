package dev.retort.internal.verify;

import dev.retort.RetortException;

/** No scratch database can be had: not one check can be run, whatever the scripts are. */
final class NoScratch extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient RetortException failure;

    NoScratch(RetortException failure) {
        super(failure);
        this.failure = failure;
    }

    RetortException failure() {
        return failure;
    }
}
