/**
 * What differs from database to database; start with {@link dev.retort.dialect.Dialect}. Each database is one folder
 * below, and adding one touches no other.
 */
@NullMarked
package dev.retort.dialect;

import org.jspecify.annotations.NullMarked;
