package dev.retort.internal.operation;

import org.jspecify.annotations.Nullable;

/**
 * A new value for something that may also be taken away.
 *
 * @param to null takes it away
 */
public record Change<T>(@Nullable T to) {}
