/**
 * What a revision script sees and what it is once compiled; start with {@link dev.retort.internal.script.Migration}. A script's
 * closures reach the outside through a {@link dev.retort.internal.script.Channel} and nothing else.
 */
@NullMarked
package dev.retort.internal.script;

import org.jspecify.annotations.NullMarked;
