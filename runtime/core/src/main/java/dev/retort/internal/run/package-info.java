/**
 * What the ways of running a step share: the script with its files, the rendering of an operation, guards,
 * failures and words. Start with {@link dev.retort.internal.run.RunContext}.
 */
@NullMarked
package dev.retort.internal.run;

import org.jspecify.annotations.NullMarked;
