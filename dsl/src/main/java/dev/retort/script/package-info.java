/**
 * What a revision script sees and what it is once compiled; start with {@link dev.retort.script.Migration}. A script's
 * closures reach the outside through a {@link dev.retort.script.Channel} and nothing else.
 */
@NullMarked
package dev.retort.script;

import org.jspecify.annotations.NullMarked;
