/**
 * What the tests of a project use: {@link dev.retort.testkit.MigrationTest} and {@link dev.retort.testkit.RoundTripSpec} prove
 * its revisions, {@link dev.retort.testkit.Migrated} gives a test a database that is migrated.
 */
@NullMarked
package dev.retort.testkit;

import org.jspecify.annotations.NullMarked;
