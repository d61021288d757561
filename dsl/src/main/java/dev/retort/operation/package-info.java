/**
 * What a migration asks of a database, as immutable values; start with {@link dev.retort.operation.Operation}. A
 * dialect turns them into SQL.
 */
@NullMarked
package dev.retort.operation;

import org.jspecify.annotations.NullMarked;
