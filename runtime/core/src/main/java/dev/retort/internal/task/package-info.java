/**
 * The use cases of {@link dev.retort.Retort} that work on a database. Start with {@link
 * dev.retort.internal.task.OnlineTask}.
 */
@NullMarked
package dev.retort.internal.task;

import org.jspecify.annotations.NullMarked;
