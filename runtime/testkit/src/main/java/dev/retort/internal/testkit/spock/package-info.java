/**
 * Checks and databases for specifications of Spock. Begin with {@link dev.retort.internal.testkit.spock.CheckIterations}.
 */
@NullMarked
package dev.retort.internal.testkit.spock;

import org.jspecify.annotations.NullMarked;
