/**
 * Brings steps of a plan to a database, or to a script of SQL. Start with {@link dev.retort.execute.OnlineRun} and
 * {@link dev.retort.execute.OfflineRun}: the same way from closure to statement, with a connection or a text at its end.
 */
@NullMarked
package dev.retort.execute;

import org.jspecify.annotations.NullMarked;
