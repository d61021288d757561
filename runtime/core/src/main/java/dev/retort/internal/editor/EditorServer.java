package dev.retort.internal.editor;

import dev.retort.Problem;
import dev.retort.RetortException;
import java.util.ServiceLoader;

/**
 * Answers an editor while scripts are written. It is in a library of its own, with what reads and writes the protocol, so that
 * nobody else has to have that.
 */
public interface EditorServer {

    /**
     * Serves one editor until it is done, its input ends, or its process does.
     *
     * @return whether the editor ended it as the protocol says
     */
    boolean serve(EditorSession session);

    /** @throws RetortException of the kind USAGE where there is none on the class path */
    static EditorServer installed() {
        return ServiceLoader.load(EditorServer.class, EditorServer.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new RetortException(
                        RetortException.Kind.USAGE,
                        Problem.of("The library that serves editors is not on the class path.")
                                .withHint("Add dev.retort:retort-lsp to the application.")));
    }
}
