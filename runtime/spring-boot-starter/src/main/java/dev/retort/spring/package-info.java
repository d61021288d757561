/**
 * Retort in an application of Spring Boot: the starter migrates while the context starts, and {@link
 * dev.retort.spring.RetortInstances} has the databases that it looks after.
 */
@NullMarked
package dev.retort.spring;

import org.jspecify.annotations.NullMarked;
