package dev.retort.internal.authoring;

import dev.retort.internal.sandbox.Vocabulary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is around a place in a script.
 *
 * @param words what can be written there
 * @param call whose arguments are being written; null at the beginning of a statement
 * @param around the calls whose closures it is in, the innermost first
 * @param touched the piece that a cursor there is in or at the end of; null between pieces
 * @param afterDot whether it is a member of something
 */
record ScriptPlace(
        Vocabulary.Place words,
        @Nullable ScriptCall call,
        List<ScriptCall> around,
        @Nullable Token touched,
        boolean afterDot) {

    ScriptPlace {
        around = List.copyOf(around);
    }

    boolean isComment() {
        return touched != null && touched.kind() == Token.Kind.COMMENT;
    }

    boolean isText() {
        return touched != null && touched.kind() == Token.Kind.TEXT;
    }
}
