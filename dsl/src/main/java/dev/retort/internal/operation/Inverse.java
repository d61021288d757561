package dev.retort.internal.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What undoes an operation.
 *
 * @param operations in the order they are to be run; empty when there is no inverse, or nothing to undo
 * @param reason why there is none, as half a sentence; null when there is one
 */
public record Inverse(List<Operation> operations, @Nullable String reason) {

    public Inverse {
        operations = List.copyOf(operations);
    }

    static Inverse of(Operation operation) {
        return new Inverse(List.of(operation), null);
    }

    /** There is nothing that would have to be undone. */
    static Inverse nothing() {
        return new Inverse(List.of(), null);
    }

    static Inverse none(String reason) {
        return new Inverse(List.of(), reason);
    }

    /** The inverse would be another one where the operation had nothing to do. */
    static Inverse unsure(String option, String what) {
        return none("with " + option + " it is not known whether the " + what + " was there before");
    }
}
