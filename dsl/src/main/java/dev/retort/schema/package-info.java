/**
 * Tables and what they are made of, as immutable values: one vocabulary for the language, for introspection and for
 * comparison. Start with {@link dev.retort.schema.Table}.
 */
@NullMarked
package dev.retort.schema;

import org.jspecify.annotations.NullMarked;
