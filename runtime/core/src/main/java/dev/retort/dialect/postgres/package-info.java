/** PostgreSQL, from version 12 on; start with {@link dev.retort.dialect.postgres.PostgresDialect}. */
@NullMarked
package dev.retort.dialect.postgres;

import org.jspecify.annotations.NullMarked;
