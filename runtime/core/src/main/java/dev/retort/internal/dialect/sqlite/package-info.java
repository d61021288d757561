/**
 * SQLite; start with {@link dev.retort.internal.dialect.sqlite.SqliteDialect}. What {@code ALTER TABLE} cannot do there is done by
 * rebuilding the table from its own text, see {@code Rebuild}.
 */
@NullMarked
package dev.retort.internal.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
