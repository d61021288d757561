package dev.retort.internal.target;

import dev.retort.Location;
import dev.retort.internal.operation.Operation;

/**
 * A declaration of a schema file.
 *
 * @param location of its statement
 * @param operation that creates what it declares
 */
record Declaration(Location location, Operation operation) {

    Declaration with(Operation other) {
        return new Declaration(location, other);
    }
}
