/**
 * Records how far a revision came, and continues there after an interruption. Start with {@link
 * dev.retort.internal.run.resume.Journal}.
 */
@NullMarked
package dev.retort.internal.run.resume;

import org.jspecify.annotations.NullMarked;
