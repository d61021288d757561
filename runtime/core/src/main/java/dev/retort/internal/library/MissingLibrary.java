package dev.retort.internal.library;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import java.util.List;

/** What an application has to bring where it uses it: the drivers of databases, and the reader of CSV. */
public final class MissingLibrary {

    private MissingLibrary() {}

    /**
     * What to say, and to do, where classes of a library are not on the class path.
     *
     * @param what the library is, at the beginning of a sentence
     * @param library as {@code group:artifact}
     */
    public static RetortException named(String what, String library, NoClassDefFoundError failure) {
        return new RetortException(
                Kind.USAGE,
                List.of(Problem.of(what + " is not on the class path.")
                        .withHint("Add " + library + " to the application.")),
                failure);
    }
}
