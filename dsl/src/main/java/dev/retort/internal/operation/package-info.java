/**
 * What a migration asks of a database, as immutable values; start with {@link dev.retort.internal.operation.Operation}. A
 * dialect turns them into SQL.
 */
@NullMarked
package dev.retort.internal.operation;

import org.jspecify.annotations.NullMarked;
