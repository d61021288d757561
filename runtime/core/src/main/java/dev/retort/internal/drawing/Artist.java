package dev.retort.internal.drawing;

import dev.retort.Problem;
import dev.retort.RetortException;
import java.util.ServiceLoader;

/** Draws. It is in a library of its own, with what it needs to lay things out, so that nobody else has to have that. */
public interface Artist {

    /** The text of a file. */
    String draw(Drawing drawing, DrawnFormat format);

    /** @throws RetortException of the kind USAGE where there is none on the class path */
    static Artist hired() {
        return ServiceLoader.load(Artist.class, Artist.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new RetortException(
                        RetortException.Kind.USAGE,
                        Problem.of("The library that draws pictures is not on the class path.")
                                .withHint("Add dev.retort:retort-picture to the application.")));
    }
}
