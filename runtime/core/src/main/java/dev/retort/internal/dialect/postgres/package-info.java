/** PostgreSQL, from version 12 on; start with {@link dev.retort.internal.dialect.postgres.PostgresDialect}. */
@NullMarked
package dev.retort.internal.dialect.postgres;

import org.jspecify.annotations.NullMarked;
