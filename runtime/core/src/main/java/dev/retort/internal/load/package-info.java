/**
 * Reads the files beside a script: rows of CSV and JSON lines, SQL, and the dumps that hold both. Rows are read one at a
 * time. Asks no database. Start with {@link dev.retort.internal.load.RowReader} for rows and {@link dev.retort.internal.load.SqlText} for SQL.
 */
@NullMarked
package dev.retort.internal.load;

import org.jspecify.annotations.NullMarked;
