/**
 * Statements and transactions on one connection, the locks they wait for, and how they are stopped. Start with
 * {@link dev.retort.internal.run.statement.StatementRunner} and {@link
 * dev.retort.internal.run.statement.Transaction}.
 */
@NullMarked
package dev.retort.internal.run.statement;

import org.jspecify.annotations.NullMarked;
