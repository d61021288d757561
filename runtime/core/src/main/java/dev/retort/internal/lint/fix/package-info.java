/**
 * Writes the better form of what lint has found, where a change of the text does it. Start with {@link
 * dev.retort.internal.lint.fix.MechanicalFixes}.
 */
@NullMarked
package dev.retort.internal.lint.fix;

import org.jspecify.annotations.NullMarked;
