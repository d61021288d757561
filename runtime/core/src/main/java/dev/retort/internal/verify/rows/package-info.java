/**
 * Rows for the tables of a scratch database, and whether they are still there afterwards. Begin with {@link
 * dev.retort.internal.verify.rows.RowFilling}, then {@link dev.retort.internal.verify.rows.StoredRows}.
 */
@NullMarked
package dev.retort.internal.verify.rows;

import org.jspecify.annotations.NullMarked;
