package dev.retort.internal.dialect.h2

import dev.retort.Problem
import dev.retort.RetortException
import groovy.transform.CompileStatic

/** What H2 may well know, and this dialect does not. */
@CompileStatic
final class Unspelled {

    private Unspelled() {}

    static RetortException refusal(String what) {
        return new RetortException(
                RetortException.Kind.SCRIPT, Problem.of("The dialect h2 does not know " + what + "."))
    }
}
