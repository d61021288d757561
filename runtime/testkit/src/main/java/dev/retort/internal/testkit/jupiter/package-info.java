/** Databases for tests of JUnit Jupiter: {@link dev.retort.internal.testkit.jupiter.MigratedExtension}. */
@NullMarked
package dev.retort.internal.testkit.jupiter;

import org.jspecify.annotations.NullMarked;
