package dev.retort.internal.error;

import org.jspecify.annotations.Nullable;

/**
 * A bug of Retort's own, where code of a script is around that throws what it likes: this it can neither make nor
 * catch. Elsewhere a plain {@link IllegalStateException} is one.
 */
public final class Bug extends IllegalStateException {

    private static final long serialVersionUID = 1;

    public Bug(String message) {
        this(message, null);
    }

    public Bug(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
