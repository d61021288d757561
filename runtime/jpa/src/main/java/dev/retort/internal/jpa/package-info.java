/**
 * Reads the schema that the entities of JPA describe. Start with {@link dev.retort.internal.jpa.JpaModel}; what knows
 * Hibernate's classes is in the package below.
 */
@NullMarked
package dev.retort.internal.jpa;

import org.jspecify.annotations.NullMarked;
