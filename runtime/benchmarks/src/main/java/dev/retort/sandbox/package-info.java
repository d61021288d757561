/**
 * What the sandbox costs; here, to compile scripts by the same parts without it. Start with
 * {@link dev.retort.sandbox.CompileBenchmark}; how to run it, {@link dev.retort.benchmark} says.
 */
@NullMarked
package dev.retort.sandbox;

import org.jspecify.annotations.NullMarked;
