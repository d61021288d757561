/** Keeps other runs away from a database. Start with {@link dev.retort.internal.lock.RunLock}. */
@NullMarked
package dev.retort.internal.lock;

import org.jspecify.annotations.NullMarked;
