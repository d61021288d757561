package dev.retort.internal.error;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a failure goes back to. A chain of causes may be a cycle, and may be without an end. */
public final class Causes {

    /** More causes of one failure explain nothing. */
    public static final int MOST = 20;

    private Causes() {}

    /** The failure itself, then its cause, and so on: each once, and not more than {@link #MOST}. */
    public static List<Throwable> of(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        @Nullable Throwable each = failure;
        while (each != null && causes.size() < MOST && seen.add(each)) {
            causes.add(each);
            each = each.getCause();
        }
        return causes;
    }

    /** Adds what failed while a failure was dealt with, unless it is the same one, which Java refuses. */
    public static void suppress(Throwable failure, Throwable second) {
        if (failure != second) {
            failure.addSuppressed(second);
        }
    }
}
