/**
 * The rules by what they are about. Start with {@link dev.retort.internal.lint.rule.AllRules}.
 */
@NullMarked
package dev.retort.internal.lint.rule;

import org.jspecify.annotations.NullMarked;
