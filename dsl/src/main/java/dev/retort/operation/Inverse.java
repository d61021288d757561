package dev.retort.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What undoes an operation.
 *
 * @param operations in the order they are to be run; empty when there is no inverse
 * @param reason why there is none, as half a sentence; null when there is one
 */
public record Inverse(List<Operation> operations, @Nullable String reason) {

    public Inverse {
        operations = List.copyOf(operations);
    }

    static Inverse of(Operation operation) {
        return new Inverse(List.of(operation), null);
    }

    static Inverse none(String reason) {
        return new Inverse(List.of(), reason);
    }
}
