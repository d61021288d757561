/**
 * What the text of SQL does to a schema, as far as the text reveals it. Reads definitions as every database writes them; where
 * databases differ, a {@link dev.retort.internal.ddl.Grammar} decides. Start with {@link dev.retort.internal.ddl.DdlReader}.
 */
@NullMarked
package dev.retort.internal.ddl;

import org.jspecify.annotations.NullMarked;
