package dev.retort.internal.sandbox.process;

import java.io.IOException;

/** What came over the pipe is no message. */
final class Garbled extends IOException {

    private static final long serialVersionUID = 1;

    Garbled(String what) {
        super(what);
    }
}
