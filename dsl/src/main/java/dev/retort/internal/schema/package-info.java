/**
 * Tables and what they are made of, as immutable values: one vocabulary for the language, for introspection and for
 * comparison. Start with {@link dev.retort.internal.schema.Schema}.
 */
@NullMarked
package dev.retort.internal.schema;

import org.jspecify.annotations.NullMarked;
