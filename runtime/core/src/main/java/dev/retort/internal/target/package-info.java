/**
 * What a database is to look like, where something else than revisions says it. Start with {@link
 * dev.retort.internal.target.DeclaredSchema}, which reads schema files; what a library reads is a {@link
 * dev.retort.internal.target.SchemaModel}.
 */
@NullMarked
package dev.retort.internal.target;

import org.jspecify.annotations.NullMarked;
