package dev.retort.internal.script;

import groovy.lang.Closure;
import org.jspecify.annotations.Nullable;

/** The word whose closure runs, inside of which no other word of the database may be. */
final class OpenClosure {

    private @Nullable String word;

    @Nullable
    String word() {
        return word;
    }

    /** @throws Refusal where a closure is open */
    void refuse(String what, String hint) {
        if (word != null) {
            throw new Refusal(what + " cannot be inside " + word + ".", hint);
        }
    }

    /** Runs the closure of a word over what collects its parts. */
    void run(String of, Object builder, Closure<?> body) {
        refuse(of, "Move it after the closure.");
        word = of;
        try {
            Closures.call(body, builder);
        } finally {
            word = null;
        }
    }
}
