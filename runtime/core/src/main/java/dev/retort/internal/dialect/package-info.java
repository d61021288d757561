/**
 * What differs from database to database; start with {@link dev.retort.internal.dialect.Dialect}. Each database is one folder
 * below, and adding one touches no other.
 */
@NullMarked
package dev.retort.internal.dialect;

import org.jspecify.annotations.NullMarked;
