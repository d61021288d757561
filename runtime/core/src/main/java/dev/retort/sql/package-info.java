/**
 * SQL as text: its words, its statements, its named parameters. Knows no database, only the {@link
 * dev.retort.sql.SqlSyntax} a dialect describes. Start with {@link dev.retort.sql.SqlLexer}.
 */
@NullMarked
package dev.retort.sql;

import org.jspecify.annotations.NullMarked;
