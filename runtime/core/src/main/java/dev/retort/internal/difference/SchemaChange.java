package dev.retort.internal.difference;

import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.ObjectName;

/**
 * One step from a schema to another.
 *
 * @param about what it changes
 * @param losesData rows or values that are there cannot be had again afterwards
 */
public record SchemaChange(Operation operation, ObjectName about, boolean losesData) {}
