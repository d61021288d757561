/**
 * Writes what repeats of each verb while the module is built; start with {@link
 * dev.retort.internal.script.verb.generator.VerbProcessor}. It is compiled before all else and is no part of the jar.
 */
@NullMarked
package dev.retort.internal.script.verb.generator;

import org.jspecify.annotations.NullMarked;
