package dev.retort.internal.script;

import groovy.lang.Closure;

/** Runs a closure of a script over what it speaks to. */
final class Closures {

    private Closures() {}

    /** On a copy, so that two runs of one script do not meet in one closure. */
    static void call(Closure<?> closure, Object delegate) {
        Closure<?> copy = (Closure<?>) closure.clone();
        copy.setDelegate(delegate);
        copy.setResolveStrategy(Closure.DELEGATE_FIRST);
        if (copy.getMaximumNumberOfParameters() == 0) {
            copy.call();
        } else {
            copy.call(delegate);
        }
    }
}
