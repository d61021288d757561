/**
 * The checks of {@code @MigrationTest} as tests of the JUnit Platform. Begin with {@link
 * dev.retort.internal.testkit.engine.MigrationTestEngine}, which is found as a service.
 */
@NullMarked
package dev.retort.internal.testkit.engine;

import org.jspecify.annotations.NullMarked;
