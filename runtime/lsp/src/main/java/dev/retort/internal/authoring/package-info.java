/**
 * What there is to say about a script while it is written: what is wrong with it, what can be written next, and what its words
 * mean. Knows no protocol. Begin with {@link dev.retort.internal.authoring.Workbench}.
 */
@NullMarked
package dev.retort.internal.authoring;

import org.jspecify.annotations.NullMarked;
