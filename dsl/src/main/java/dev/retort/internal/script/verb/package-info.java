/**
 * How a verb is declared: {@link dev.retort.internal.script.verb.Verb} on the method that reads it, {@link
 * dev.retort.internal.script.verb.Option} on that method or on a group of options that several verbs share. The build writes
 * from it what scripts are compiled against; nothing of this package is needed when Retort runs.
 */
@NullMarked
package dev.retort.internal.script.verb;

import org.jspecify.annotations.NullMarked;
