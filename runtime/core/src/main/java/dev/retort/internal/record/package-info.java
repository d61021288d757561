/**
 * What Retort records in a database about itself: version rows, history, progress, and the object that reads and
 * writes them. Start with {@link dev.retort.internal.record.MigrationStore}.
 */
@NullMarked
package dev.retort.internal.record;

import org.jspecify.annotations.NullMarked;
