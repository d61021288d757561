/**
 * Runs scripts in a process of its own, which speaks only values; start with {@link dev.retort.internal.sandbox.process.ScriptProcess}.
 */
@NullMarked
package dev.retort.internal.sandbox.process;

import org.jspecify.annotations.NullMarked;
