/**
 * SQL as text: its words, its statements, its named parameters. Knows no database, only the {@link
 * dev.retort.internal.sql.SqlSyntax} a dialect describes. Start with {@link dev.retort.internal.sql.SqlLexer}.
 */
@NullMarked
package dev.retort.internal.sql;

import org.jspecify.annotations.NullMarked;
