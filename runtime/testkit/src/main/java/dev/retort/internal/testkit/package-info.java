/**
 * What JUnit and Spock have in common: the project of a test, its databases, and the checks as tests. Begin with {@link
 * dev.retort.internal.testkit.Proof}.
 */
@NullMarked
package dev.retort.internal.testkit;

import org.jspecify.annotations.NullMarked;
