/**
 * The wall after the compiler: all classes of a script are read before any is defined, and only what the allow-list
 * names may be linked; start with {@link dev.retort.internal.sandbox.verify.UnitGate}.
 */
@NullMarked
package dev.retort.internal.sandbox.verify;

import org.jspecify.annotations.NullMarked;
