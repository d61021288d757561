/**
 * Turns the text of a script into a migration, and reports to its author what is wrong with it; start with
 * {@link dev.retort.internal.sandbox.ScriptCompiler}. Nothing of a script runs while it is compiled.
 */
@NullMarked
package dev.retort.internal.sandbox;

import org.jspecify.annotations.NullMarked;
