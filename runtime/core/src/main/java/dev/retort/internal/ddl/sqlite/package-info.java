/** How SQLite reads definitions; start with {@link dev.retort.internal.ddl.sqlite.SqliteGrammar}. */
@NullMarked
package dev.retort.internal.ddl.sqlite;

import org.jspecify.annotations.NullMarked;
