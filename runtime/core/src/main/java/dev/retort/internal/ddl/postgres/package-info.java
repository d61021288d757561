/** How PostgreSQL reads definitions; start with {@link dev.retort.internal.ddl.postgres.PostgresGrammar}. */
@NullMarked
package dev.retort.internal.ddl.postgres;

import org.jspecify.annotations.NullMarked;
