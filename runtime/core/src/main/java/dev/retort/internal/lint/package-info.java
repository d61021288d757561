/**
 * Looks at what scripts will do to a database that is in use. Start with {@link dev.retort.internal.lint.Linter}.
 */
@NullMarked
package dev.retort.internal.lint;

import org.jspecify.annotations.NullMarked;
