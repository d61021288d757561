package dev.retort.internal.sandbox.process;

import dev.retort.RetortException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a script was refused while it ran; the latest of it, for a script may catch any number of failures. */
final class Refusals {

    private static final int KEPT = 1000;

    private final Map<Integer, RetortException> failures = new LinkedHashMap<>();
    private int last;

    /** What to send for it. */
    ScriptRequest.Refused add(RetortException failure) {
        last++;
        failures.put(last, failure);
        failures.remove(last - KEPT);
        return new ScriptRequest.Refused(last, failure.kind(), failure.problems());
    }

    Optional<RetortException> get(int number) {
        return Optional.ofNullable(failures.get(number));
    }
}
