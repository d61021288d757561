/**
 * What differs from database to database, and the values in which the engine speaks of it; start with
 * {@link dev.retort.internal.dialect.Dialect}. Each database is one folder below.
 */
@NullMarked
package dev.retort.internal.dialect;

import org.jspecify.annotations.NullMarked;
