/**
 * What the sandbox costs; here, to compile scripts by the same parts without it. Start with
 * {@link dev.retort.internal.sandbox.CompileBenchmark}; how to run it, {@link dev.retort.benchmark} says.
 */
@NullMarked
package dev.retort.internal.sandbox;

import org.jspecify.annotations.NullMarked;
