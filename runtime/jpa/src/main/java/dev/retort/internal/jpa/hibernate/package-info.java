/**
 * What knows Hibernate's classes, and is loaded beside them. Start with {@link
 * dev.retort.internal.jpa.hibernate.HibernateDdl}.
 */
@NullMarked
package dev.retort.internal.jpa.hibernate;

import org.jspecify.annotations.NullMarked;
